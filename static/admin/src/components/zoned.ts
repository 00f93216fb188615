import type { Instant } from '../../../../src/shared/contract';

/** The clock on the wall of a time zone at an instant: `2026-09-24T10:30`. */
export function toWallTime(instant: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(Date.parse(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which a time zone's wall clock shows a time; undefined when the text is not a time. */
export function fromWallTime(wall: string, timeZone: string): Instant | undefined {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00.000Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The zone's offset at the guess may differ from the one at the answer around a clock change: correct twice.
  let instant = asUtc;
  for (let round = 0; round < 2; round += 1) instant += asUtc - wallAsUtc(instant, timeZone);
  return new Date(instant).toISOString();
}

function wallAsUtc(instant: number, timeZone: string): number {
  return Date.parse(`${toWallTime(new Date(instant).toISOString(), timeZone)}:00.000Z`);
}
