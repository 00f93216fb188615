import { DAY, HOUR, type Instant } from '../instant';

/** A day of the calendar, `2026-11-09`. */
export type CalendarDay = string;

/** A name of the IANA time zone database. */
export type TimeZone = string;

/** The zone furthest behind is UTC−12, the one furthest ahead UTC+14. */
const FURTHEST_BEHIND = 12 * HOUR;
const FURTHEST_AHEAD = 14 * HOUR;

/** The first of these zones that is known here; UTC where none is. */
export function knownZone(...names: readonly (string | null | undefined)[]): TimeZone {
  return names.find((name): name is TimeZone => name != null && name !== '' && isZone(name)) ?? 'UTC';
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Which day it is in a zone. */
export function dayIn(timeZone: TimeZone, at: Instant): CalendarDay {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${of['year']?.padStart(4, '0')}-${of['month']}-${of['day']}`;
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(startInUtc(day)).getUTCDay();
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(startInUtc(day) + days * DAY).toISOString().slice(0, 10);
}

/** From this moment on it is that day nowhere any more: whoever was told a day has all of it, wherever they are. */
export function overEverywhere(day: CalendarDay): Instant {
  return startInUtc(day) + DAY + FURTHEST_BEHIND;
}

/** From this moment on it is that day somewhere. */
export function beginsSomewhere(day: CalendarDay): Instant {
  return startInUtc(day) - FURTHEST_AHEAD;
}

/** The last day that is over everywhere by then: what can be told of a promise that ends at that moment. */
export function lastDayBefore(until: Instant): CalendarDay {
  return new Date(until - FURTHEST_BEHIND - DAY).toISOString().slice(0, 10);
}

/** When a promise of so many days ends: its last day, counted in the zone, is over everywhere. */
export function keepUntil(at: Instant, days: number, zone: TimeZone = 'UTC'): Instant {
  return overEverywhere(addDays(dayIn(zone, at), days));
}

/** `Monday, 9 November 2026`. */
export function tellDay(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(startInUtc(day));
}

function startInUtc(day: CalendarDay): Instant {
  return Date.parse(`${day}T00:00:00Z`);
}
