import type { Instant } from '../instant';

/** How long evidence is kept. */
export interface EvidenceRetention {
  /** Counts changes; 0 before the first. */
  readonly revision: number;
  /** Whole months; null: for good. */
  readonly months: number | null;
}

export const KEEP_FOR_GOOD: EvidenceRetention = { revision: 0, months: null };

/** A yearly audit must still find the whole year it is about. */
export const LEAST_MONTHS = 12;
export const MOST_MONTHS = 120;

/** Entries before this moment may go; null: none may. UTC calendar months. */
export function keptFrom({ months }: EvidenceRetention, now: Instant): Instant | null {
  if (months === null || months < LEAST_MONTHS) return null;
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, lastDay));
  return then.getTime();
}
