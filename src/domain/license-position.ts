import type { Coverage, LastActivity } from './activity';
import type { ActivityBreakdown } from './activity-breakdown';
import { spanOf, type ActivitySnapshot, type ActivitySpan } from './activity-span';
import type { RoleKey } from './identifiers';
import type { Instant } from './instant';
import { isCovered, usageOf, type ReclamationRule, type UsageClass } from './reclamation-rule';

export * from './activity-span';

/** How many seats of one application are used how. */
export interface RoleNumbers {
  readonly roleKey: RoleKey;
  readonly name: string;
  readonly seats: number;
  readonly active: number;
  readonly inactive: number;
  readonly unknown: number;
  readonly candidates: number;
  /** Kept out of all the numbers above by an exclusion rule. */
  readonly excluded: number;
  /** Seats that the rule would propose but only counts: its mode is preview. */
  readonly wouldPropose: number;
}

/** The numbers of a profile as the last evaluation counted them. */
export interface LicensePosition {
  readonly at: Instant;
  readonly byRole: readonly RoleNumbers[];
  readonly activity: ActivitySnapshot;
  /** Undefined: counted before there was one. */
  readonly breakdown?: ActivityBreakdown | undefined;
}

export function emptyRole(role: { key: RoleKey; name: string }): RoleNumbers {
  return {
    roleKey: role.key,
    name: role.name,
    seats: 0,
    active: 0,
    inactive: 0,
    unknown: 0,
    candidates: 0,
    excluded: 0,
    wouldPropose: 0,
  };
}

/** Numbers that are still being counted. */
export type OpenNumbers = { -readonly [Name in keyof RoleNumbers]: RoleNumbers[Name] };

export function countSeat(numbers: OpenNumbers, usage: UsageClass, isCandidate: boolean, wouldPropose = false): void {
  numbers.seats += 1;
  numbers[usage] += 1;
  if (isCandidate) numbers.candidates += 1;
  if (wouldPropose) numbers.wouldPropose += 1;
}

/** An excluded seat is no seat in any other number. */
export function countExcluded(numbers: OpenNumbers): void {
  numbers.excluded += 1;
}

/**
 * How one seat is counted, in the numbers and in the list behind them. Silence that was not watched long enough is unknown in
 * both; without a rule nothing is long enough. Only that a new account was never used is known from its first day on.
 */
export function countedAs(
  activity: LastActivity,
  coverage: Coverage | undefined,
  rule: ReclamationRule | undefined,
  now: Instant,
): { readonly usage: UsageClass; readonly span: ActivitySpan } {
  const usage = usageOf(activity, coverage, rule?.lastActivityThresholdDays ?? Infinity, now);
  const isNew = activity.kind === 'never' && isCovered(coverage, 0, now);
  return { usage, span: usage === 'unknown' && !isNew ? 'Unknown' : spanOf(activity, now) };
}

/** What is remembered of a position for the trend. */
export interface PastPosition {
  readonly at: Instant;
  /** `active` is missing where it was not remembered yet. */
  readonly byRole: readonly (Pick<RoleNumbers, 'roleKey' | 'seats' | 'inactive' | 'candidates'> & {
    readonly active?: number;
  })[];
}

/** Days a trend looks back, one evaluation a day. */
export const POSITIONS_KEPT = 90;

/** Adds a position to the remembered ones, oldest first; one of the same moment is replaced. */
export function rememberPosition(past: readonly PastPosition[], { at, byRole }: LicensePosition): PastPosition[] {
  const numbers = byRole.map(({ roleKey, seats, active, inactive, candidates }) => ({
    roleKey,
    seats,
    active,
    inactive,
    candidates,
  }));
  return [...past.filter((position) => position.at < at), { at, byRole: numbers }].slice(-POSITIONS_KEPT);
}
