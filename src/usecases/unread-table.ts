import { bucketsAcross, intoBuckets } from '../domain/account-bucket';
import type { PersonActivity } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { UnreadPerson } from '../domain/silence';
import type { ActivityStore } from '../ports/stores';
import { inParallel } from './in-parallel';

/** Cuts the table into at least `wanted` buckets; repeating it after a crash is harmless. */
export async function growUnread(wanted: number, store: ActivityStore): Promise<void> {
  const current = await store.findUnreadBuckets();
  if (current !== undefined && current >= wanted) return;
  if (current !== undefined) {
    const people = (await inParallel(numbers(current), (bucket) => store.readUnread(current, bucket))).flat();
    const buckets = intoBuckets(people, wanted, (person) => person.accountId);
    await inParallel(buckets, (rows, bucket) => store.writeUnread(wanted, bucket, rows));
  }
  await store.setUnreadBuckets(wanted);
  if (current !== undefined) await store.deleteUnread(current);
}

/** What was left unread of the people of one bucket of a table that is cut into `buckets`. */
export async function readUnreadOf(bucket: number, buckets: number, store: ActivityStore): Promise<UnreadPerson[]> {
  return readUnreadIn(bucket, buckets, await store.findUnreadBuckets(), store);
}

/** The same; the table of what is unread is known to be cut into `count`. */
export async function readUnreadIn(
  bucket: number,
  buckets: number,
  count: number | undefined,
  store: ActivityStore,
): Promise<UnreadPerson[]> {
  if (count === undefined) return [];
  const parts = bucketsAcross(bucket, buckets, count);
  return (await Promise.all(parts.map((part) => store.readUnread(count, part)))).flat();
}

/** Replaces what is known of these people; null: nothing is left unread. The table is cut at least as finely as `buckets`. */
export async function writeUnreadOf(
  bucket: number,
  buckets: number,
  changes: ReadonlyMap<AccountId, UnreadPerson | null>,
  store: ActivityStore,
): Promise<void> {
  const count = (await store.findUnreadBuckets()) ?? 1;
  const known = await inParallel(bucketsAcross(bucket, buckets, count), async (part) => ({
    part,
    people: await store.readUnread(count, part),
  }));
  const rows = new Map(known.flatMap(({ people }) => people).map((person) => [person.accountId, person]));
  const before = JSON.stringify([...rows.values()]);
  for (const [accountId, change] of changes) {
    if (change === null) rows.delete(accountId);
    else rows.set(accountId, change);
  }
  if (JSON.stringify([...rows.values()]) === before) return;
  const cut = intoBuckets(rows.values(), count, (person) => person.accountId);
  await inParallel(known, ({ part }) => store.writeUnread(count, part, cut[part] ?? []));
}

/** Whether something after this moment was left unread about anybody. */
export async function isAnyUnread(after: Instant, store: ActivityStore): Promise<boolean> {
  const count = await store.findUnreadBuckets();
  const people = await inParallel(numbers(count ?? 0), (bucket) => store.readUnread(count ?? 0, bucket));
  return people.flat().some(({ until }) => until > after);
}

/** Everything between the two moments was read: nothing of it is left unread about anybody. */
export async function clipUnread(from: Instant, to: Instant, store: ActivityStore): Promise<void> {
  const count = await store.findUnreadBuckets();
  if (count === undefined) return;
  await inParallel(numbers(count), async (bucket) => {
    const before = await store.readUnread(count, bucket);
    const after = before.map((person) =>
      person.until <= to ? { ...person, until: Math.min(person.until, from) } : person,
    );
    if (after.some((person, n) => person.until !== before[n]?.until)) await store.writeUnread(count, bucket, after);
  });
}

/** Joins both tables: whose newest evidence need not be the newest there was. */
export function withUnread(
  people: readonly PersonActivity[],
  unread: readonly UnreadPerson[],
  noActivityOf: (accountId: AccountId) => PersonActivity,
): readonly PersonActivity[] {
  if (unread.length === 0) return people;
  const joined = new Map(people.map((person) => [person.accountId, person]));
  for (const { accountId, until } of unread) {
    joined.set(accountId, { ...(joined.get(accountId) ?? noActivityOf(accountId)), unreadUntil: until });
  }
  return [...joined.values()];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, bucket) => bucket);
}
