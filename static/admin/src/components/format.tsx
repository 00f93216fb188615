import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Instant, Savings } from '../../../../src/shared/contract';
import type { Viewer } from '../api/viewer';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = /“[^”]*”|\b(\d{4}-\d\d-\d\d)\b/g;

/** Numbers, money and times in the person's language and time zone. */
export interface Format {
  readonly viewer: Viewer;
  readonly number: (value: number) => string;
  /** `1 seat`, `3,279 seats`. */
  readonly count: (value: number, one: string, many: string) => string;
  readonly money: (savings: Savings) => string;
  readonly date: (instant: Instant) => string;
  /** A day of the calendar, `2026-11-09`, whatever the person's time zone is. */
  readonly day: (day: string) => string;
  readonly dateTime: (instant: Instant) => string;
  /** The time of the day alone. */
  readonly time: (instant: Instant) => string;
  /** `3 hours ago`, `in 2 days`. */
  readonly relative: (instant: Instant, now: number) => string;
  /** What the app told, with its days as the person's language writes them; what somebody named, in quotes, stays. */
  readonly sentence: (text: string) => string;
  readonly duration: (milliseconds: number) => string;
  readonly list: (items: readonly string[]) => string;
}

const FormatContext = createContext<Format | null>(null);

export function FormatProvider({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  const format = useMemo(() => createFormat(viewer), [viewer]);
  return <FormatContext.Provider value={format}>{children}</FormatContext.Provider>;
}

export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error('useFormat needs a FormatProvider');
  return format;
}

/** Formats for one viewer. */
export function createFormat(viewer: Viewer): Format {
  const { locale, timeZone } = viewer;
  const numbers = new Intl.NumberFormat(locale);
  // A day has no time that another zone could move.
  const wholeDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const days = (day: string) => {
    const at = Date.parse(day);
    return Number.isNaN(at) ? undefined : wholeDays.format(at);
  };
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    viewer,
    number: (value) => numbers.format(value),
    count: (value, one, many) => `${numbers.format(value)} ${value === 1 ? one : many}`,
    money: ({ amount, currency }) => moneyFormat(locale, currency, amount).format(amount),
    date: (instant) => dates.format(Date.parse(instant)),
    day: (day) => days(day) ?? day,
    dateTime: (instant) => times.format(Date.parse(instant)),
    time: (instant) => clock.format(Date.parse(instant)),
    relative: (instant, now) => relative(relatives, Date.parse(instant) - now),
    sentence: (text) => text.replace(DAYS, (whole, day?: string) => (day && days(day)) ?? whole),
    duration: (milliseconds) => duration(numbers, milliseconds),
    list: (items) => lists.format(items),
  };
}

function relative(format: Intl.RelativeTimeFormat, difference: number): string {
  const size = Math.abs(difference);
  if (size < MINUTE) return format.format(0, 'minute').replace('this minute', 'just now');
  if (size < HOUR) return format.format(Math.trunc(difference / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.trunc(difference / HOUR), 'hour');
  // A deadline that was set for 14 days is 14 days away a minute later, too.
  const whole = difference > 0 ? Math.round : Math.trunc;
  if (size < 60 * DAY) return format.format(whole(difference / DAY), 'day');
  if (size < 730 * DAY) return format.format(Math.trunc(difference / (30.4 * DAY)), 'month');
  return format.format(Math.trunc(difference / (365.25 * DAY)), 'year');
}

function duration(numbers: Intl.NumberFormat, milliseconds: number): string {
  if (milliseconds < 1000) return `${numbers.format(Math.round(milliseconds))} ms`;
  if (milliseconds < MINUTE) return `${numbers.format(Math.round(milliseconds / 1000))} s`;
  const minutes = Math.floor(milliseconds / MINUTE);
  return minutes < 60
    ? `${minutes} min ${Math.round((milliseconds % MINUTE) / 1000)} s`
    : `${numbers.format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

function moneyFormat(locale: string, currency: string, amount: number): Intl.NumberFormat {
  const maximumFractionDigits = Math.abs(amount) >= 100 ? 0 : 2;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits });
}
