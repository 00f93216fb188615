import { bucketOf, bucketsAcross, intoBuckets } from '../domain/account-bucket';
import {
  ACTIVITY_KINDS,
  mergeActivity,
  noActivity,
  withFact,
  type ActivityFact,
  type GivenAccess,
  type PersonActivity,
} from '../domain/activity';
import { withFound } from '../domain/found-activity';
import type { AccountId, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { ActivityStore } from '../ports/stores';
import { inParallel } from './in-parallel';
import { readUnreadIn, withUnread } from './unread-table';

/** Somebody was given access to some applications. */
export interface AccessNews {
  readonly accountId: AccountId;
  readonly at: Instant;
  /** Null: it is not told to which. */
  readonly roleKeys: readonly RoleKey[] | null;
}

/** Newly read evidence, gathered in memory until it is merged into the stored table. */
export class NewActivity {
  private readonly people = new Map<AccountId, PersonActivity>();

  add(facts: readonly ActivityFact[]): void {
    for (const fact of facts) this.people.set(fact.accountId, withFact(this.of(fact.accountId), fact));
  }

  addAccess(given: readonly AccessNews[]): void {
    for (const { accountId, at, roleKeys } of given) {
      const assignedTo = roleKeys?.map((roleKey): GivenAccess => [roleKey, at]);
      const news = {
        accountId,
        lastByKind: {},
        ...(assignedTo ? { assignedAt: null, assignedTo } : { assignedAt: at }),
      };
      this.people.set(accountId, mergeActivity(this.of(accountId), news));
    }
  }

  /** Hands out what was gathered and starts anew. */
  drain(): PersonActivity[] {
    const gathered = [...this.people.values()];
    this.people.clear();
    return gathered;
  }

  private of(accountId: AccountId): PersonActivity {
    return this.people.get(accountId) ?? noActivity(accountId);
  }
}

/** Bytes that keep a bucket well under the store's largest value. */
export const MAX_BUCKET_WEIGHT = 180_000;

/** About how many bytes a person takes in a bucket, rather too many: account and dates, and for each kind a date and a key. */
export function weightOf({ accountId, lastByKind, assignedTo = [] }: PersonActivity): number {
  const access = assignedTo.reduce((sum, [roleKey]) => sum + 10 + bytesOf(roleKey), 0);
  const traces = Object.values(lastByKind).map(({ ref }) => 10 + bytesOf(ref ?? ''));
  return traces.reduce((sum, bytes) => sum + bytes, bytesOf(accountId) + 13 + access);
}

/** Most texts are plain; any other character may take up to six bytes as JSON. */
function bytesOf(text: string): number {
  return text.length + 5 * (text.match(/[^!#$&-[\]-~]/g)?.length ?? 0);
}

function bucketWeight(people: readonly PersonActivity[]): number {
  return people.reduce((sum, person) => sum + weightOf(person), 0);
}

/**
 * Merges evidence into the stored table, bucket by bucket; a bucket in which nothing moved is not written, one that gets too
 * large makes the table grow. Merging keeps the later date, so doing it twice or in any order gives the same table.
 */
export async function mergeIntoTable(news: readonly PersonActivity[], store: ActivityStore): Promise<void> {
  const buckets = await store.findBucketCount();
  if (buckets === undefined) {
    await growTable(1, store);
    return mergeIntoTable(news, store);
  }
  const merged = await inParallel(
    intoBuckets(news, buckets, (person) => person.accountId),
    async (people, bucket) =>
      people.length === 0 ? undefined : merge(people, await store.readBucket(buckets, bucket)),
  );
  const heaviest = Math.max(0, ...merged.map((each) => bucketWeight(each?.people ?? [])));
  if (heaviest > MAX_BUCKET_WEIGHT) {
    await growTable(buckets * powerOfTwo(heaviest / MAX_BUCKET_WEIGHT), store);
    return mergeIntoTable(news, store);
  }
  await inParallel(merged, async (each, bucket) => {
    if (each?.moved) await store.writeBucket(buckets, bucket, each.people);
  });
}

/** The smallest power of two that is at least this many. */
function powerOfTwo(parts: number): number {
  return 2 ** Math.ceil(Math.log2(parts));
}

function merge(
  news: readonly PersonActivity[],
  stored: readonly PersonActivity[],
): { people: PersonActivity[]; moved: boolean } {
  const table = new Map(stored.map((person) => [person.accountId, person]));
  let moved = false;
  for (const person of news) {
    const before = table.get(person.accountId) ?? noActivity(person.accountId);
    const after = mergeActivity(before, person);
    moved ||= !sameActivity(before, after);
    table.set(person.accountId, after);
  }
  return { people: [...table.values()], moved };
}

/**
 * Cuts the table into at least `wanted` buckets; repeating it after a crash is harmless. All profiles share the table, so it is
 * never cut coarser again.
 */
export async function growTable(wanted: number, store: ActivityStore): Promise<void> {
  const current = await store.findBucketCount();
  if (current !== undefined && current >= wanted) return;
  if (current !== undefined) {
    const numbers = Array.from({ length: current }, (_, bucket) => bucket);
    const people = (await inParallel(numbers, (bucket) => store.readBucket(current, bucket))).flat();
    const buckets = intoBuckets(people, wanted, (person) => person.accountId);
    await inParallel(buckets, (rows, bucket) => store.writeBucket(wanted, bucket, rows));
  }
  await store.setBucketCount(wanted);
  if (current !== undefined) await store.deleteBuckets(current);
}

/** The activity of the people of one bucket of a table that is cut into `buckets`, however the activity table is cut. */
export async function readActivityOf(bucket: number, buckets: number, store: ActivityStore): Promise<PersonActivity[]> {
  return (await readActivityOfAll([bucket], buckets, store)).flat();
}

/** The same of several buckets, read side by side; answered bucket by bucket. */
export async function readActivityOfAll(
  wanted: readonly number[],
  buckets: number,
  store: ActivityStore,
): Promise<(readonly PersonActivity[])[]> {
  const [count, unreadCount, found] = await Promise.all([
    store.findBucketCount(),
    store.findUnreadBuckets(),
    store.listFound(),
  ]);
  const all = [...found.values()].flat();
  const foundIn = (bucket: number) => all.filter(({ accountId }) => bucketOf(accountId, buckets) === bucket);
  if (count === undefined) return wanted.map((bucket) => withFound([], foundIn(bucket)));
  return Promise.all(
    wanted.map(async (bucket) => {
      const [people, unread] = await Promise.all([
        Promise.all(bucketsAcross(bucket, buckets, count).map((part) => store.readBucket(count, part))),
        readUnreadIn(bucket, buckets, unreadCount, store),
      ]);
      return withFound(withUnread(people.flat(), unread, noActivity), foundIn(bucket));
    }),
  );
}

function sameActivity(a: PersonActivity, b: PersonActivity): boolean {
  if (a.assignedAt !== b.assignedAt) return false;
  if (String(a.assignedTo ?? '') !== String(b.assignedTo ?? '')) return false;
  return ACTIVITY_KINDS.every((kind) => {
    const [before, after] = [a.lastByKind[kind], b.lastByKind[kind]];
    return before?.at === after?.at && before?.ref === after?.ref;
  });
}
