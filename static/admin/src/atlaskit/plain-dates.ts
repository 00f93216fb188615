/**
 * Stands in for the few functions of a library of dates that Atlaskit's date pickers use when the language of the person
 * says how a date is written; the library would be as large as the pickers.
 */
type Written = (date: Date) => string;

const two = (number: number) => String(Math.abs(number)).padStart(2, '0');

function zoneOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
}

/** By the names that the pickers write. */
const FORMS: Readonly<Record<string, Written>> = {
  "yyyy'-'LL'-'dd": (date) =>
    `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  "HH':'mm": (date) => `${two(date.getHours())}:${two(date.getMinutes())}`,
  xx: zoneOf,
};

export function isValid(date: unknown): boolean {
  return date instanceof Date && !Number.isNaN(date.getTime());
}

/** A day alone is its midnight here, not that of Greenwich; and zones are written without a colon. */
export function parseISO(text: string): Date {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  return new Date(isDay ? `${text}T00:00` : text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

export function format(date: Date, form: string): string {
  const write = FORMS[form];
  if (!write || !isValid(date)) throw new RangeError(`No date in the form ${form}`);
  return write(date);
}

export function lastDayOfMonth(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth() + 1, 0);
}

/** Only pickers that are given a form of their own read dates with it. */
export function parse(): never {
  throw new Error('Dates are read as the language of the person writes them');
}
