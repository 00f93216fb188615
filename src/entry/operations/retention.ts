import { toIso } from '../../domain/instant';
import { LEAST_MONTHS, MOST_MONTHS, type EvidenceRetention } from '../../domain/retention/evidence-retention';
import type { LogStart } from '../../domain/retention/log-start';
import type { EvidenceRetentionView } from '../../shared/contract';
import { done } from '../../usecases/outcome';
import { saveRetention } from '../../usecases/retention/save-retention';
import { mapOutcome, type Operations } from './operation';

export const retentionOperations: Operations<'getEvidenceRetention' | 'saveEvidenceRetention'> = {
  getEvidenceRetention: async (_input, _caller, { retention, evidence }) =>
    done(retentionView(await retention.find(), await evidence.readStart())),
  saveEvidenceRetention: async (input, { accountId }, ports) => {
    const saved = await saveRetention({ ...input, caller: accountId }, ports);
    const logStart = await ports.evidence.readStart();
    return mapOutcome(saved, (retention) => retentionView(retention, logStart));
  },
};

function retentionView(retention: EvidenceRetention, { sequence, deletedUntil }: LogStart): EvidenceRetentionView {
  const deleted = deletedUntil === null ? null : { upTo: sequence, until: toIso(deletedUntil) };
  return { ...retention, leastMonths: LEAST_MONTHS, mostMonths: MOST_MONTHS, deleted };
}
