const formats = new Map<string, Intl.DateTimeFormat>();

/** Offsets change only at whole quarters of an hour, and asking Intl for one is slow. */
const QUARTER = 900_000;
const MOST_REMEMBERED = 200_000;
const remembered = new Map<string, Map<number, number>>();

/** Milliseconds a time zone is ahead of UTC at an instant. */
export function offsetAt(ms: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC') return 0;
  let offsets = remembered.get(timeZone);
  if (offsets === undefined || offsets.size > MOST_REMEMBERED)
    remembered.set(timeZone, (offsets = new Map<number, number>()));
  const quarter = Math.floor(ms / QUARTER);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = askIntl(ms, timeZone);
  offsets.set(quarter, offset);
  return offset;
}

function askIntl(ms: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** The instant of a wall-clock time, given as if it were UTC. */
export function instantOf(wallClock: number, timeZone: string): number {
  const guess = wallClock - offsetAt(wallClock, timeZone);
  return wallClock - offsetAt(guess, timeZone);
}

/** Days since 1970-01-01 of an instant's calendar day in a time zone. */
export function dayOf(ms: number, timeZone: string): number {
  return Math.floor((ms + offsetAt(ms, timeZone)) / DAY);
}

/** The instant a calendar day starts in a time zone. */
export function startOfDay(day: number, timeZone: string): number {
  return instantOf(day * DAY, timeZone);
}

export const DAY = 86_400_000;

function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = 'numeric';
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, made);
  return made;
}
