import type { UnreadPerson } from '../domain/silence';

/** About whom something was left unread: a table of its own, cut on its own. Throws a Failure. */
export interface UnreadStore {
  /** How many buckets it has; undefined when nothing ever was left unread. */
  findUnreadBuckets(): Promise<number | undefined>;
  setUnreadBuckets(count: number): Promise<void>;
  readUnread(count: number, bucket: number): Promise<UnreadPerson[]>;
  writeUnread(count: number, bucket: number, people: readonly UnreadPerson[]): Promise<void>;
  deleteUnread(count: number): Promise<void>;
}
