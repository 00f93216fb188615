import type {
  ActivityView,
  ProfileView,
  SubscriptionRow,
  SubscriptionTable,
} from '../../../../../../src/shared/contract';
import { DAY_MS } from '../../../components/day';

/** Where seats come from: a profile and its current table, whose roles and groups its rows point to. */
export interface Source {
  readonly profile: ProfileView;
  readonly table: SubscriptionTable;
}

/** One seat with the table that explains it, so seats of several profiles make one list. */
export interface Seat extends SubscriptionRow {
  readonly source: Source;
  /** Where the list has it: the part, and the place in it. */
  readonly part: number;
  readonly place: number;
}

/** Whose account it is: `other` also while Jira was not asked about it yet. */
export type AccountKind = 'guest' | 'service' | 'other';

export function appOf({ source, role }: Seat): { readonly key: string; readonly name: string } {
  return source.table.roles[role] ?? { key: '', name: 'Unknown app' };
}

export function groupNamesOf({ source, groups }: Seat): readonly string[] {
  return groups.map((index) => source.table.groups[index]?.name ?? 'Unknown group');
}

export function accountKindOf({ guest, serviceAccount }: SubscriptionRow): AccountKind {
  if (serviceAccount) return 'service';
  return guest ? 'guest' : 'other';
}

export function seatKey(seat: Seat): string {
  return `${seat.accountId}/${appOf(seat).key}`;
}

/** Watched, and nothing was seen: since the watch began, or ever since a new account got its seat. */
export function isSilent(activity: ActivityView): activity is Extract<ActivityView, { since: string }> {
  return activity.kind === 'none-since' || activity.kind === 'never';
}

/** Whole days that are known to have passed without activity; null while that is unknown. */
export function silentDays({ activity, inactiveDays }: SubscriptionRow, now: number): number | null {
  return isSilent(activity) ? Math.floor((now - Date.parse(activity.since)) / DAY_MS) : inactiveDays;
}

/**
 * Every seat once, although several profiles may read it: a person is one seat per app whatever the number of profiles, and
 * the oldest profile counts it. `parts` are in the order of their profiles, oldest first.
 */
export function joined(parts: readonly (readonly Seat[])[], profiles: number): readonly Seat[] {
  const seats = parts.flat();
  if (profiles < 2) return seats;
  const known = new Map<string, Seat>();
  for (const seat of seats) {
    const key = seatKey(seat);
    if (!known.has(key)) known.set(key, seat);
  }
  return [...known.values()];
}
