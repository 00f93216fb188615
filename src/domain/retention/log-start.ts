import { CHAIN_START, type ChainHead, type EvidenceEntry } from '../evidence';
import type { Instant } from '../instant';

/** Where the log begins: the last entry before it, and the sealed entry that says so. */
export interface LogStart extends ChainHead {
  /** The number of the entry that records this start; null: nothing was ever deleted. */
  readonly checkpoint: number | null;
  /** When it was recorded. */
  readonly at: Instant | null;
  /** The latest moment that an entry before it told of. */
  readonly deletedUntil: Instant | null;
  /** Entries up to here are gone; behind `sequence` while deleting is under way. */
  readonly deletedTo: number;
  /** When the app was installed, as the first entry told; null: unknown, or the entry is still there. */
  readonly installedAt: Instant | null;
}

export const FULL_LOG: LogStart = {
  ...CHAIN_START,
  checkpoint: null,
  at: null,
  deletedUntil: null,
  deletedTo: 0,
  installedAt: null,
};

/** The start behind these entries, the oldest that there are, once `checkpoint` records that they go. */
export function startBehind(old: readonly EvidenceEntry[], checkpoint: EvidenceEntry, before: LogStart): LogStart {
  const [first] = old;
  const last = old.at(-1) ?? before;
  return {
    sequence: last.sequence,
    hash: last.hash,
    checkpoint: checkpoint.sequence,
    at: checkpoint.at,
    deletedUntil: old.reduce<Instant | null>((latest, { at }) => Math.max(latest ?? at, at), before.deletedUntil),
    deletedTo: before.deletedTo,
    installedAt: before.installedAt ?? (first?.kind === 'app-installed' ? first.at : null),
  };
}

/** The later of two starts: one that was moved by a late caller goes back nowhere. */
export function laterStart(a: LogStart, b: LogStart): LogStart {
  if (a.sequence === b.sequence) return a.deletedTo >= b.deletedTo ? a : b;
  return a.sequence > b.sequence ? a : b;
}

/** Whether an entry of the chain records this very start: a start that nobody recorded hides entries that were taken out. */
export function proves(entry: EvidenceEntry | undefined, { sequence, hash }: ChainHead): boolean {
  if (entry?.kind !== 'evidence-deleted' || entry.sequence <= sequence) return false;
  return entry.details['upTo'] === sequence && entry.details['hash'] === hash;
}
