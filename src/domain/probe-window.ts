import { DAY, HOUR, type Instant } from './instant';

/**
 * Jira reads days in the time zone of whoever searches, which is not known here: a day of its calendar begins up to 14 hours
 * before, or 12 hours after, the same day of UTC.
 */
const EARLIEST_START = 14 * HOUR;
const LATEST_START = 12 * HOUR;

/** Whole days of Jira's calendar, counted from 1970-01-01: from the first up to, not including, the last; null = no end. */
export interface DayWindow {
  readonly fromDay: number;
  readonly beforeDay: number | null;
}

/** The days that are sure to hold everything from one moment to the other, in any time zone. */
export function daysAround(from: Instant, to: Instant | null): DayWindow {
  return {
    fromDay: Math.floor((from - LATEST_START) / DAY),
    beforeDay: to === null ? null : Math.floor((to + EARLIEST_START) / DAY) + 1,
  };
}

/** Whether a moment can lie in the window, in some time zone. */
export function mayHold({ fromDay, beforeDay }: DayWindow, at: Instant): boolean {
  return at >= fromDay * DAY - EARLIEST_START && (beforeDay === null || at < beforeDay * DAY + LATEST_START);
}

/** The last moment that a day can hold, in any time zone. */
export function endOfDay(day: number): Instant {
  return (day + 1) * DAY + LATEST_START - 1;
}

/** `2026-11-23` */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
