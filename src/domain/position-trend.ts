import { HOUR, type Instant } from './instant';
import type { LicensePosition, PastPosition } from './license-position';

/** So many earlier days say what is usual. */
export const DAYS_COMPARED = 7;
/** Evaluations closer together than that tell of the same data. */
const APART = 20 * HOUR;
/** Smaller changes happen by themselves. */
const LEAST_PEOPLE = 10;
const LEAST_SHARE = 0.2;

export interface TrendNumbers {
  readonly seats: number;
  readonly active: number;
  readonly candidates: number;
}

/** The numbers of one evaluation, and what was usual on the days before. */
export interface Trend {
  readonly at: Instant;
  readonly now: TrendNumbers;
  /** Undefined: there is nothing to compare with. */
  readonly usual: Pick<TrendNumbers, 'active' | 'candidates'> | undefined;
}

export function trendOf(position: LicensePosition, past: readonly PastPosition[]): Trend {
  const before = past
    .filter(({ at }) => at <= position.at - APART)
    .filter(isKnown)
    .map(numbersOf)
    .slice(-DAYS_COMPARED);
  const usual = {
    active: median(before.map(({ active }) => active)),
    candidates: median(before.map(({ candidates }) => candidates)),
  };
  return { at: position.at, now: numbersOf(position), usual: before.length === 0 ? undefined : usual };
}

/**
 * Why the newest numbers can't be believed yet: far fewer active people, or far more candidates, than the days before. Both
 * happen when part of the evidence is missing and nobody noticed. Undefined: as usual, or nothing to compare with.
 */
export function trendProblem({ now, usual }: Trend): string | undefined {
  if (!usual) return undefined;
  if (isFar(usual.active - now.active, usual.active))
    return `Only ${now.active} people are active; ${usual.active} were on the days before. Part of the activity may be missing. ${MEND}`;
  if (isFar(now.candidates - usual.candidates, now.seats))
    return `There are ${now.candidates} candidates; ${usual.candidates} were there on the days before. ${MEND}`;
  return undefined;
}

const MEND =
  'Check the rules and the jobs. If the numbers are right, confirm them; without that they count as usual after a few days.';

/** What was compared, in words. */
export function explainTrend({ now, usual }: Trend): string {
  return usual
    ? `${now.active} people are active, ${usual.active} were on the days before; ${now.candidates} candidates, ${usual.candidates} before.`
    : `${now.active} people are active and there are ${now.candidates} candidates; there are no earlier days to compare with.`;
}

/** Whether numbers are about the same as those that somebody knows, in both directions. */
export function isAbout(numbers: TrendNumbers, known: Pick<TrendNumbers, 'active' | 'candidates'>): boolean {
  return (
    !isFar(Math.abs(numbers.active - known.active), known.active) &&
    !isFar(Math.abs(numbers.candidates - known.candidates), numbers.seats)
  );
}

export function numbersOf({ byRole }: Pick<PastPosition, 'byRole'>): TrendNumbers {
  return {
    seats: sum(byRole.map((role) => role.seats)),
    active: sum(byRole.map((role) => role.active ?? 0)),
    candidates: sum(byRole.map((role) => role.candidates)),
  };
}

function isFar(difference: number, of: number): boolean {
  return difference > LEAST_PEOPLE && difference > LEAST_SHARE * of;
}

/** Numbers of a time in which activity was not known for most seats say nothing about what is usual. */
function isKnown(position: PastPosition): boolean {
  const { seats, active } = numbersOf(position);
  const inactive = sum(position.byRole.map((role) => role.inactive));
  return seats > 0 && (active + inactive) * 2 > seats;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
