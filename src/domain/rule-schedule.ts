import { DAY, utcDay, type Instant } from './instant';
import type { Cadence, ReclamationRule } from './reclamation-rule';

/** When each rule opened candidates last, by the rule's id. */
export type RuleTurns = Readonly<Record<string, Instant>>;

/** Days from Monday, 29 December 1969, to the start of the clock. */
const MONDAY = 3;

/**
 * Whether a rule opens candidates in an evaluation of this moment. A weekly rule does with the first of a week, from Monday on, a
 * monthly one with the first of a month (UTC), and every rule with the first after it was changed.
 */
export function isOpeningDue(rule: ReclamationRule, turns: RuleTurns, now: Instant): boolean {
  const last = turns[rule.id];
  if (last === undefined || rule.cadence === 'daily') return true;
  if (rule.changedAt !== null && rule.changedAt > last) return true;
  return periodOf(rule.cadence, now) !== periodOf(rule.cadence, last);
}

function periodOf(cadence: Exclude<Cadence, 'daily'>, at: Instant): string {
  return cadence === 'weekly' ? String(Math.floor((Math.floor(at / DAY) + MONDAY) / 7)) : utcDay(at).slice(0, 7);
}
