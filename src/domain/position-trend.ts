import { HOUR } from './instant';
import type { LicensePosition, PastPosition } from './license-position';

/** So many earlier days say what is usual. */
const DAYS_COMPARED = 7;
/** Evaluations closer together than that tell of the same data. */
const APART = 20 * HOUR;
/** Smaller changes happen by themselves. */
const LEAST_PEOPLE = 10;
const LEAST_SHARE = 0.2;

interface Totals {
  readonly seats: number;
  readonly active: number;
  readonly inactive: number;
  readonly candidates: number;
}

/**
 * Why the newest numbers can't be believed yet: far fewer active people, or far more candidates, than the days before. Both
 * happen when part of the evidence is missing and nobody noticed. Undefined: as usual, or nothing to compare with.
 */
export function trendProblem(position: LicensePosition, past: readonly PastPosition[]): string | undefined {
  const now = totals(position.byRole);
  const before = past
    .filter(({ at }) => at <= position.at - APART)
    .map(({ byRole }) => totals(byRole))
    .filter(isKnown)
    .slice(-DAYS_COMPARED);
  if (before.length === 0) return undefined;
  const active = median(before.map((each) => each.active));
  if (isFar(active - now.active, active)) {
    return `Only ${now.active} people are active; ${active} were on the days before. Part of the activity may be missing. Check the jobs; if it is real, it counts as usual after a few days.`;
  }
  const candidates = median(before.map((each) => each.candidates));
  if (isFar(now.candidates - candidates, now.seats)) {
    return `There are ${now.candidates} candidates; ${candidates} were there on the days before. Check the rule and the jobs; if it is right, it counts as usual after a few days.`;
  }
  return undefined;
}

function isFar(difference: number, of: number): boolean {
  return difference > LEAST_PEOPLE && difference > LEAST_SHARE * of;
}

/** Numbers of a time in which activity was not known for most seats say nothing about what is usual. */
function isKnown({ seats, active, inactive }: Totals): boolean {
  return seats > 0 && (active + inactive) * 2 > seats;
}

function totals(
  roles: readonly { seats: number; active?: number | undefined; inactive: number; candidates: number }[],
): Totals {
  return {
    seats: sum(roles.map((role) => role.seats)),
    active: sum(roles.map((role) => role.active ?? 0)),
    inactive: sum(roles.map((role) => role.inactive)),
    candidates: sum(roles.map((role) => role.candidates)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
