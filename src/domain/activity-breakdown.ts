import { CLASS_OF_KIND, type ActivityClass, type LastActivity } from './activity';
import type { GroupId, RoleKey } from './identifiers';
import { ACTIVITY_SPANS, type ActivitySpan } from './activity-span';

/** What somebody last did, or which of the three other answers there is: never mixed up. New ones are only appended. */
export const LAST_SEEN_AS = ['contribution', 'administration', 'view', 'none-since', 'never', 'unknown'] as const;
export type LastSeenAs = ActivityClass | Exclude<LastActivity['kind'], 'seen'>;

/** Seats of one sort; numbers in the order of `ACTIVITY_SPANS` and of `LAST_SEEN_AS`. */
export interface SeatCounts {
  readonly seats: number;
  readonly spans: readonly number[];
  readonly seenAs: readonly number[];
}

/** Seats counted under one key. Rows, not properties: a key may be any text of Jira, also `__proto__`. */
export interface CountedRow<Key extends string = string> extends SeatCounts {
  readonly key: Key;
}

/** When seats were last used and how, by what gives them and by what was last done. */
export interface ActivityBreakdown {
  readonly byRole: readonly CountedRow[];
  /** A seat that several groups give is counted with each of them. */
  readonly byGroup: readonly CountedRow[];
  readonly bySeenAs: readonly CountedRow<LastSeenAs>[];
}

/** What of one seat is counted. */
export interface CountedSeat {
  readonly roleKey: RoleKey;
  readonly groupIds: readonly GroupId[];
  readonly span: ActivitySpan;
  readonly seenAs: LastSeenAs;
}

export const NOTHING_COUNTED: ActivityBreakdown = { byRole: [], byGroup: [], bySeenAs: [] };

/** The newest of everything seen, whatever a rule counts. */
export function seenAs(activity: LastActivity): LastSeenAs {
  return activity.kind === 'seen' ? CLASS_OF_KIND[activity.activityKind] : activity.kind;
}

/** Counts more seats into a breakdown; each row is copied once, whatever the number of seats. */
export function countInto(before: ActivityBreakdown, seats: Iterable<CountedSeat>): ActivityBreakdown {
  const roles = openRows(before.byRole);
  const groups = openRows(before.byGroup);
  const kinds = openRows(before.bySeenAs);
  for (const seat of seats) {
    roles.count(seat.roleKey, seat);
    for (const groupId of seat.groupIds) groups.count(groupId, seat);
    kinds.count(seat.seenAs, seat);
  }
  return { byRole: roles.all(), byGroup: groups.all(), bySeenAs: kinds.all() };
}

/** Adds up what several profiles counted; each of them counts other seats. */
export function addCounts(a: SeatCounts | undefined, b: SeatCounts): SeatCounts {
  if (a === undefined) return b;
  return { seats: a.seats + b.seats, spans: sum(a.spans, b.spans), seenAs: sum(a.seenAs, b.seenAs) };
}

interface OpenCounts {
  seats: number;
  readonly spans: number[];
  readonly seenAs: number[];
}

/** Copies of rows, which only this count changes. */
function openRows<Key extends string>(before: readonly CountedRow<Key>[]) {
  const rows = new Map(before.map((row) => [row.key, addCounts(EMPTY, row) as OpenCounts]));
  const count = (key: Key, seat: CountedSeat) => {
    const row = rows.get(key) ?? (addCounts(EMPTY, EMPTY) as OpenCounts);
    rows.set(key, row);
    row.seats += 1;
    const [span, last] = [ACTIVITY_SPANS.indexOf(seat.span), LAST_SEEN_AS.indexOf(seat.seenAs)];
    row.spans[span] = (row.spans[span] ?? 0) + 1;
    row.seenAs[last] = (row.seenAs[last] ?? 0) + 1;
  };
  const all = (): CountedRow<Key>[] => [...rows].map(([key, row]) => ({ key, ...row }));
  return { all, count };
}

const EMPTY: SeatCounts = { seats: 0, spans: ACTIVITY_SPANS.map(() => 0), seenAs: LAST_SEEN_AS.map(() => 0) };

/** As long as the longer of both: what was stored before a number was appended lacks it. */
function sum(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, n) => (a[n] ?? 0) + (b[n] ?? 0));
}
