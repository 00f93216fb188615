import type { RuleSettings } from '../../../../../src/shared/contract';
import { DAY_MS } from '../../components/day';

type Freeze = RuleSettings['freeze'];

/** The first and the last day of a freeze, `YYYY-MM-DD` in UTC like every day that the app tells; empty without one. */
export function daysOf(freeze: Freeze): { readonly from: string; readonly last: string } {
  if (!freeze) return { from: '', last: '' };
  return { from: freeze.from.slice(0, 10), last: new Date(Date.parse(freeze.until) - 1).toISOString().slice(0, 10) };
}

/** The freeze of these days; one without an end, or that ends before it begins, is one day long. */
export function freezeOf(from: string, last: string): Freeze {
  if (from === '') return null;
  const begin = Date.parse(`${from}T00:00Z`);
  const end = last > from ? Date.parse(`${last}T00:00Z`) : begin;
  return { from: new Date(begin).toISOString(), until: new Date(end + DAY_MS).toISOString() };
}
