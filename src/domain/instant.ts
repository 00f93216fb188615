/** A moment in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ISO 8601 in UTC with milliseconds, as the pages and the evidence log show it. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/** The UTC calendar day, `2026-11-23`. */
export function utcDay(at: Instant): string {
  return toIso(at).slice(0, 10);
}

/** The beginning of the UTC calendar day. */
export function startOfDay(at: Instant): Instant {
  return at - (at % DAY);
}

/** Whole days between two moments, rounded down; never negative. */
export function wholeDays(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / DAY));
}
