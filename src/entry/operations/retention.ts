import { LEAST_MONTHS, MOST_MONTHS, type EvidenceRetention } from '../../domain/retention/evidence-retention';
import type { EvidenceRetentionView } from '../../shared/contract';
import { done } from '../../usecases/outcome';
import { saveRetention } from '../../usecases/retention/save-retention';
import { mapOutcome, type Operations } from './operation';

export const retentionOperations: Operations<'getEvidenceRetention' | 'saveEvidenceRetention'> = {
  getEvidenceRetention: async (_input, _caller, ports) => done(retentionView(await ports.retention.find())),
  saveEvidenceRetention: async (input, { accountId }, ports) =>
    mapOutcome(await saveRetention({ ...input, caller: accountId }, ports), retentionView),
};

function retentionView(retention: EvidenceRetention): EvidenceRetentionView {
  return { ...retention, leastMonths: LEAST_MONTHS, mostMonths: MOST_MONTHS };
}
