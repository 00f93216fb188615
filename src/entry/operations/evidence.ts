import { EVIDENCE_KINDS, type EvidenceKind } from '../../domain/evidence';
import { pseudonymsIn, renamed } from '../../domain/privacy/pseudonym';
import { done, refuse } from '../../usecases/outcome';
import { readEvidence, verifyEvidence } from '../../usecases/verify-evidence';
import { evidenceView } from '../views';
import type { Operations } from './operation';

const DELETED_MEANWHILE = 'Old entries were deleted while you read them. Export the log again.';

const instantOf = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso));

export const evidenceOperations: Operations<'listEvidence' | 'getEvidenceLog' | 'readEvidence' | 'verifyEvidence'> = {
  listEvidence: async ({ kind, from, to, ...filter }, _caller, ports) => {
    const time = { from: instantOf(from), to: instantOf(to) };
    const page = await ports.evidence.list({ ...filter, ...time, kind: kind as EvidenceKind | undefined });
    const accounts = await ports.people.accountsOf(pseudonymsIn(page.entries));
    const entries = renamed(page.entries, accounts).map(evidenceView);
    return done(page.cursor === undefined ? { entries } : { entries, cursor: page.cursor });
  },
  getEvidenceLog: async (_input, _caller, ports) =>
    done({ head: await ports.evidence.readHead(), kinds: EVIDENCE_KINDS }),
  readEvidence: async (input, _caller, ports) => {
    const { entries, head, start, next } = await readEvidence(input, ports);
    if (input.first > 1 && input.first <= start.sequence) return refuse('conflict', DELETED_MEANWHILE);
    const people = Object.fromEntries(await ports.people.accountsOf(pseudonymsIn(entries)));
    return done({ entries: entries.map(evidenceView), people, head, start, next });
  },
  verifyEvidence: async (input, _caller, ports) => {
    const { broken, ...piece } = await verifyEvidence(input, ports);
    return done({ ...piece, broken: broken ?? null });
  },
};
