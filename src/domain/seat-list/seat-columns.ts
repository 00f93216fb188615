import type { LastActivity } from '../activity';
import type { CandidateNumber } from '../identifiers';
import type { Instant } from '../instant';
import { splitAccount, type AccountForm } from './account-form';
import type { ListedSeat } from './seat-list';

/** A last activity without its moment. */
export type ActivityShape =
  | Pick<Extract<LastActivity, { kind: 'seen' }>, 'kind' | 'activityKind'>
  | { readonly kind: 'none-since' | 'never' }
  | Extract<LastActivity, { kind: 'unknown' }>;

/** What many seats have in common. */
export type SeatShape = Omit<ListedSeat, 'accountId' | 'firstSeen' | 'activity' | 'candidate'> & {
  readonly account: AccountForm;
  readonly activity: ActivityShape;
  readonly state: NonNullable<ListedSeat['candidate']>['state'] | null;
};

/** Seats in columns, an entry a seat in each: what is alike stands together, which makes it small when it is deflated. */
export interface SeatColumns {
  /** Places among the shapes. */
  readonly shapes: readonly number[];
  readonly firstSeen: readonly Instant[];
  /** When the activity was, or since when there was none; 0 where that is unknown. */
  readonly at: readonly Instant[];
  /** Empty: never a candidate. */
  readonly candidates: readonly CandidateNumber[];
}

/** The work item or audit record behind the activity of each seat; empty where that is not known. Only files name it. */
export function refsOf(seats: readonly ListedSeat[]): string[] {
  return seats.map(({ activity }) => (activity.kind === 'seen' ? (activity.ref ?? '') : ''));
}

/** Seats as shapes and columns, and what their account ids have beyond their form. */
export function intoColumns(seats: readonly ListedSeat[]): {
  shapes: SeatShape[];
  accounts: string[];
  columns: SeatColumns;
} {
  const accounts = seats.map(({ accountId }) => splitAccount(accountId));
  const shapes: SeatShape[] = [];
  const places = new Map<string, number>();
  const placeOf = (seat: ListedSeat, n: number) => {
    const form = accounts[n]?.form ?? splitAccount(seat.accountId).form;
    const key = `${form.prefix}|${form.isUuid}|${keyOf(seat)}`;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = shapes.push({ ...shapeOf(seat), account: form }) - 1));
    return place;
  };
  const columns = {
    shapes: seats.map(placeOf),
    firstSeen: seats.map(({ firstSeen }) => firstSeen),
    at: seats.map(({ activity }) => momentOf(activity)),
    candidates: seats.map(({ candidate }) => candidate?.number ?? ''),
  };
  return { shapes, accounts: accounts.map(({ rest }) => rest), columns };
}

function shapeOf(seat: ListedSeat): Omit<SeatShape, 'account'> {
  const { role, groups, guest, serviceAccount, heldBefore, activity, usage, span, candidate } = seat;
  const state = candidate?.state ?? null;
  return { role, groups, guest, serviceAccount, heldBefore, activity: activityShape(activity), usage, span, state };
}

function activityShape(activity: LastActivity): ActivityShape {
  switch (activity.kind) {
    case 'seen':
      return { kind: 'seen', activityKind: activity.activityKind };
    case 'none-since':
    case 'never':
      return { kind: activity.kind };
    case 'unknown':
      return activity;
  }
}

function momentOf(activity: LastActivity): Instant {
  if (activity.kind === 'unknown') return 0;
  return activity.kind === 'seen' ? activity.at : activity.since;
}

/** Made for every seat, so it is no JSON. */
function keyOf({
  role,
  groups,
  guest,
  serviceAccount,
  heldBefore,
  activity,
  usage,
  span,
  candidate,
}: ListedSeat): string {
  const how = activity.kind === 'seen' ? activity.activityKind : activity.kind === 'unknown' ? activity.because : '';
  const account = (guest ? 1 : 0) + (serviceAccount ? 2 : 0) + (heldBefore ? 4 : 0);
  return `${role}|${groups.join()}|${account}|${usage}|${span}|${candidate?.state ?? ''}|${activity.kind}|${how}`;
}
