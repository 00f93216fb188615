import type { AccountId, CandidateNumber } from './identifiers';
import { toIso, type Instant } from './instant';

/** What is recorded: everything decided or done that somebody may have to answer for. A new kind is one more line here. */
export const EVIDENCE_KINDS = [
  'app-installed',
  'profile-saved',
  'profile-validated',
  'profile-published',
  'profile-unpublished',
  'profile-deleted',
  'operator-authorized',
  'operator-revoked',
  'operator-checked',
  'app-roles-saved',
  'account-confirmed',
  'exclusion-saved',
  'exclusion-deleted',
  'software-model-saved',
  'rule-saved',
  'rule-confirmed',
  'trend-acknowledged',
  'candidate-created',
  'candidate-closed',
  'point-budget-saved',
  'activity-settings-saved',
  'job-paused',
  'job-resumed',
  'job-finished',
  'candidates-decided',
  'notice-settings-saved',
  'notice-sent',
  'notice-failed',
  'notice-answered',
  'keep-decided',
  'reclaim-requested',
  'reclaim-approved',
  'reclaim-declined',
  'reclaim-withdrawn',
  'reclaim-expired',
  'reclaim-started',
  'reclaim-refused',
  'reclaim-intended',
  'reclaim-done',
  'reclaim-kept',
  'reclaim-failed',
  'restore-started',
  'restore-intended',
  'restore-done',
  'restore-failed',
  'restore-refused',
  'seat-checked',
  'seat-returned',
  'group-managed',
  'group-managed-cleared',
  'run-canceled',
  'change-refused',
  'site-checked',
  'person-erased',
  'evidence-retention-saved',
  'evidence-deleted',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceFacts {
  readonly kind: EvidenceKind;
  readonly at: Instant;
  /** Who did it; null: the schedule. Their account id, in a sealed entry their pseudonym. */
  readonly by: AccountId | null;
  /** Whom it is about. Named like `by`. */
  readonly subject: AccountId | null;
  readonly candidate: CandidateNumber | null;
  readonly text: string;
  /** Exact facts: group ids, counts, run ids. Never names or e-mails. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Everybody else whose account id stands in the details. */
  readonly people?: readonly AccountId[];
}

/** As it is sealed: people are named by pseudonyms, in the details too. */
export interface EvidenceEntry extends Omit<EvidenceFacts, 'people'> {
  /** 1, 2, 3, … without a gap. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Entries that one write can seal. */
export const ENTRIES_TOGETHER = 20;

/** Before the first entry. */
export const CHAIN_START: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** The text an entry's hash is computed of: canonical JSON (keys sorted at every level) of everything but the hash. */
export function canonicalText(entry: Omit<EvidenceEntry, 'hash'>): string {
  return canonicalJson({ ...entry, at: toIso(entry.at) });
}

/** Makes the entry that follows `head`. `sha256` answers lower-case hex. */
export function chain(head: ChainHead, facts: EvidenceFacts, sha256: (text: string) => string): EvidenceEntry {
  const { kind, at, by, subject, candidate, text, details } = facts;
  const told = { kind, at, by, subject, candidate, text, details };
  const unsealed = { ...told, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...unsealed, hash: sha256(canonicalText(unsealed)) };
}

/** Makes the entries that follow `head`, one after the other. */
export function chainAll(
  head: ChainHead,
  all: readonly EvidenceFacts[],
  sha256: (text: string) => string,
): EvidenceEntry[] {
  const entries: EvidenceEntry[] = [];
  for (const facts of all) entries.push(chain(entries.at(-1) ?? head, facts, sha256));
  return entries;
}

/** What is wrong with the first entry that does not fit. */
export interface ChainBreak {
  readonly sequence: number;
  /**
   * `changed`: its hash is not that of its content. `unlinked`: it does not follow from the entry before it. `missing`: it is not
   * there. `cut-off`: the log ends before its head, or goes on behind it.
   */
  readonly problem: 'changed' | 'unlinked' | 'missing' | 'cut-off';
}

/** Follows the chain from `start`: the last entry that fits, and what is wrong with the one after it. */
export function followChain(
  entries: readonly EvidenceEntry[],
  sha256: (text: string) => string,
  start: ChainHead = CHAIN_START,
): { readonly upTo: ChainHead; readonly broken: ChainBreak | undefined } {
  let upTo = start;
  for (const entry of entries) {
    const problem = problemOf(entry, upTo, sha256);
    if (problem) {
      const sequence = problem === 'missing' ? upTo.sequence + 1 : entry.sequence;
      return { upTo, broken: { sequence, problem } };
    }
    upTo = { sequence: entry.sequence, hash: entry.hash };
  }
  return { upTo, broken: undefined };
}

/** The sequence of the first entry that does not fit its predecessor, or undefined when the chain is whole. */
export function firstBreak(
  entries: readonly EvidenceEntry[],
  sha256: (text: string) => string,
  start: ChainHead = CHAIN_START,
): number | undefined {
  let head = start;
  for (const entry of entries) {
    if (problemOf(entry, head, sha256)) return entry.sequence;
    head = entry;
  }
  return undefined;
}

/** Compares where the chain was followed to with the head: entries cut off the end leave no break behind them. */
export function compareWithHead(upTo: ChainHead, head: ChainHead): ChainBreak | undefined {
  if (upTo.sequence === head.sequence && upTo.hash === head.hash) return undefined;
  if (upTo.sequence === head.sequence) return { sequence: head.sequence, problem: 'unlinked' };
  return { sequence: Math.min(upTo.sequence, head.sequence) + 1, problem: 'cut-off' };
}

function problemOf(
  entry: EvidenceEntry,
  before: ChainHead,
  sha256: (text: string) => string,
): ChainBreak['problem'] | undefined {
  const { hash, ...unsealed } = entry;
  if (entry.sequence > before.sequence + 1) return 'missing';
  if (sha256(canonicalText(unsealed)) !== hash) return 'changed';
  return entry.sequence === before.sequence + 1 && entry.previousHash === before.hash ? undefined : 'unlinked';
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
