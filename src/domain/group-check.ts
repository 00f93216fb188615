import type { GroupId } from './identifiers';
import { DAY, type Instant } from './instant';

/** What was found when a group's part of the list was last shown to be right. */
export interface GroupCheck {
  readonly groupId: GroupId;
  /** Members that Jira counts and that are no seats: apps, customers. */
  readonly others: number;
  /** Every change up to here is in the list. */
  readonly checkedAt: Instant;
  /** When all its pages were last read. */
  readonly readAt: Instant;
}

/** However well sizes agree, every group is read completely at least this often: a size can't tell one member from another. */
const READ_WITHIN = 7 * DAY;
/** Groups that were read together are read again over this many days, so that no day is expensive and the days before are cheap. */
const SPREAD_DAYS = 3;

/** The groups to read completely today, oldest first: as many as leave no more for any later day. */
export function dueForReading(checks: readonly GroupCheck[], now: Instant): ReadonlySet<GroupId> {
  const oldestFirst = [...checks].sort((a, b) => a.readAt - b.readAt || (a.groupId < b.groupId ? -1 : 1));
  let today = 0;
  for (let days = 1; days <= SPREAD_DAYS; days += 1) {
    const within = checks.filter((check) => check.readAt + READ_WITHIN - now < days * DAY).length;
    today = Math.max(today, Math.ceil(within / days));
  }
  return new Set(oldestFirst.slice(0, today).map((check) => check.groupId));
}
