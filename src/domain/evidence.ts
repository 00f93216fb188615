import type { AccountId, CandidateNumber } from './identifiers';
import { toIso, type Instant } from './instant';

/** What is recorded: everything decided or done that somebody may have to answer for. */
export type EvidenceKind =
  | 'app-installed'
  | 'profile-saved'
  | 'profile-validated'
  | 'profile-published'
  | 'profile-deleted'
  | 'operator-authorized'
  | 'operator-revoked'
  | 'app-roles-saved'
  | 'exclusion-saved'
  | 'exclusion-deleted'
  | 'software-model-saved'
  | 'point-budget-saved'
  | 'job-paused'
  | 'job-resumed'
  | 'job-finished'
  | 'reclaim-intended'
  | 'reclaim-done'
  | 'reclaim-kept'
  | 'reclaim-failed';

export interface EvidenceFacts {
  readonly kind: EvidenceKind;
  readonly at: Instant;
  /** Who did it; null: the schedule. */
  readonly by: AccountId | null;
  /** Whom it is about. */
  readonly subject: AccountId | null;
  readonly candidate: CandidateNumber | null;
  readonly text: string;
  /** Exact facts: group ids, counts, run ids. Never names or e-mails. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface EvidenceEntry extends EvidenceFacts {
  /** 1, 2, 3, … without a gap. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Before the first entry. */
export const CHAIN_START: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** The text an entry's hash is computed of: canonical JSON (keys sorted at every level) of everything but the hash. */
export function canonicalText(entry: Omit<EvidenceEntry, 'hash'>): string {
  return canonicalJson({ ...entry, at: toIso(entry.at) });
}

/** Makes the entry that follows `head`. `sha256` answers lower-case hex. */
export function chain(head: ChainHead, facts: EvidenceFacts, sha256: (text: string) => string): EvidenceEntry {
  const unsealed = { ...facts, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...unsealed, hash: sha256(canonicalText(unsealed)) };
}

/** The sequence of the first entry that does not fit its predecessor, or undefined when the chain is whole. */
export function firstBreak(
  entries: readonly EvidenceEntry[],
  sha256: (text: string) => string,
  start: ChainHead = CHAIN_START,
): number | undefined {
  let head = start;
  for (const entry of entries) {
    const { hash, ...unsealed } = entry;
    const fits = entry.sequence === head.sequence + 1 && entry.previousHash === head.hash;
    if (!fits || sha256(canonicalText(unsealed)) !== hash) return entry.sequence;
    head = entry;
  }
  return undefined;
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
