import type { Operand } from '@atlaskit/jql-ast';
import { badRequest, notModeled } from '../door/answer';
import type { JqlContext } from './context';
import { DAY, dayOf, instantOf, startOfDay } from './time-zone';

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: 60 * MINUTE, m: MINUTE };
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const PERIOD = /^([+-]?)(\d+[wdhm](?: \d+[wdhm])*)$/;

/** The instant a date operand means, in the searching person's time zone. */
export function instant(operand: Operand, field: string, context: JqlContext): number {
  if (operand.operandType === 'function') return functionInstant(operand.function.value, operand.arguments, context);
  if (operand.operandType !== 'value') throw badRequest(`A date is needed for the field '${field}'.`);
  const found = absolute(operand.value, context.timeZone) ?? relative(operand.value, context.now);
  if (found !== undefined) return found;
  throw badRequest(
    `Date value '${operand.value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
      "'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
  );
}

/** `yyyy/MM/dd` or `yyyy-MM-dd`, optionally with a time. */
export function absolute(text: string, timeZone: string): number | undefined {
  const match = ABSOLUTE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const real = new Date(wall);
  const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? instantOf(wall, timeZone) : undefined;
}

/** Milliseconds of a period such as `-60d` or `4w 2d`; undefined when it is none. */
export function period(text: string): number | undefined {
  const match = PERIOD.exec(text.trim());
  if (match === null) return undefined;
  const size = (match[2] ?? '')
    .split(' ')
    .reduce((sum, part) => sum + Number(part.slice(0, -1)) * (UNITS[part.slice(-1)] ?? 0), 0);
  return match[1] === '-' ? -size : size;
}

function relative(text: string, now: number): number | undefined {
  const size = period(text);
  return size === undefined ? undefined : now + size;
}

function functionInstant(name: string, args: readonly { value: string }[], context: JqlContext): number {
  const called = name.toLowerCase();
  if (called !== 'now' && called !== 'startofday' && called !== 'endofday')
    throw notModeled(`the JQL function ${name}()`);
  if (called === 'now') return context.now;
  const [offset] = args;
  const shift = offset === undefined ? 0 : period(/^[+-]?\d+$/.test(offset.value) ? `${offset.value}d` : offset.value);
  if (shift === undefined) throw badRequest(`Duration for function '${name}' should have the format (+/-)n(yMwdhm).`);
  const today = dayOf(context.now, context.timeZone) + (called === 'endofday' ? 1 : 0);
  return startOfDay(today, context.timeZone) + shift - (called === 'endofday' ? 1 : 0);
}
