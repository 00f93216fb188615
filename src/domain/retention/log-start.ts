import { CHAIN_START, type ChainHead, type EvidenceEntry } from '../evidence';
import type { Instant } from '../instant';

/** Where the log begins: the last entry before it, and the sealed entry that says so. */
export interface LogStart extends ChainHead {
  /** The number of the entry that records this start; null: nothing was ever deleted. */
  readonly checkpoint: number | null;
  /** When it was recorded. */
  readonly at: Instant | null;
  /** Entries up to here are gone; behind `sequence` while deleting is under way. */
  readonly deletedTo: number;
  /** When the app was installed, as the first entry told; null: unknown, or the entry is still there. */
  readonly installedAt: Instant | null;
}

export const FULL_LOG: LogStart = { ...CHAIN_START, checkpoint: null, at: null, deletedTo: 0, installedAt: null };

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
