import type { Coverage, LastActivity } from './activity';
import type { RoleKey } from './identifiers';
import { wholeDays, type Instant } from './instant';
import { usageOf, type ReclamationRule, type UsageClass } from './reclamation-rule';

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

/** "Snapshot of last meaningful activity": how many seats fall into each span of days. */
export const ACTIVITY_SPANS = ['0–30', '30–60', '60–90', '90–120', '120+', 'None seen', 'Unknown'] as const;
export type ActivitySpan = (typeof ACTIVITY_SPANS)[number];
export type ActivitySnapshot = Readonly<Record<ActivitySpan, number>>;

/** The numbers of a profile as the last evaluation counted them. */
export interface LicensePosition {
  readonly at: Instant;
  readonly byRole: readonly RoleNumbers[];
  readonly activity: ActivitySnapshot;
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

export function countSeat(
  numbers: RoleNumbers,
  usage: UsageClass,
  isCandidate: boolean,
  wouldPropose = false,
): RoleNumbers {
  return {
    ...numbers,
    seats: numbers.seats + 1,
    [usage]: numbers[usage] + 1,
    candidates: numbers.candidates + (isCandidate ? 1 : 0),
    wouldPropose: numbers.wouldPropose + (wouldPropose ? 1 : 0),
  };
}

/** An excluded seat is no seat in any other number. */
export function countExcluded(numbers: RoleNumbers): RoleNumbers {
  return { ...numbers, excluded: numbers.excluded + 1 };
}

export function spanOf(activity: LastActivity, now: Instant): ActivitySpan {
  if (activity.kind === 'unknown') return 'Unknown';
  if (activity.kind !== 'seen') return 'None seen';
  const days = wholeDays(activity.at, now);
  if (days < 30) return '0–30';
  if (days < 60) return '30–60';
  if (days < 90) return '60–90';
  return days < 120 ? '90–120' : '120+';
}

/**
 * How one seat is counted, in the numbers and in the list behind them. Silence that was not watched long enough is unknown in
 * both; without a rule nothing is long enough.
 */
export function countedAs(
  activity: LastActivity,
  coverage: Coverage | undefined,
  rule: ReclamationRule | undefined,
  now: Instant,
): { readonly usage: UsageClass; readonly span: ActivitySpan } {
  const usage = usageOf(activity, coverage, rule?.lastActivityThresholdDays ?? Infinity, now);
  return { usage, span: usage === 'unknown' ? 'Unknown' : spanOf(activity, now) };
}

export function emptySnapshot(): Record<ActivitySpan, number> {
  return { '0–30': 0, '30–60': 0, '60–90': 0, '90–120': 0, '120+': 0, 'None seen': 0, Unknown: 0 };
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
