import { intoBuckets } from '../domain/account-bucket';
import {
  mergeActivity,
  noActivity,
  withFact,
  type ActivityFact,
  type AssignmentFact,
  type PersonActivity,
} from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { ActivityStore } from '../ports/stores';
import { inParallel } from './in-parallel';

/** Newly read evidence, gathered in memory until it is merged into the stored table. */
export class NewActivity {
  private readonly people = new Map<AccountId, PersonActivity>();

  add(facts: readonly ActivityFact[]): void {
    for (const fact of facts) this.people.set(fact.accountId, withFact(this.of(fact.accountId), fact));
  }

  addAssignments(assignments: readonly AssignmentFact[]): void {
    for (const { accountId, at } of assignments) {
      this.people.set(accountId, mergeActivity(this.of(accountId), { accountId, lastByKind: {}, assignedAt: at }));
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

/**
 * Merges evidence into the stored table, bucket by bucket; a bucket in which nothing moved is not written. Merging keeps the
 * later date, so doing it twice or in any order gives the same table.
 */
export async function mergeIntoTable(
  news: readonly PersonActivity[],
  buckets: number,
  store: ActivityStore,
): Promise<void> {
  const byBucket = intoBuckets(news, buckets, (person) => person.accountId);
  await inParallel(byBucket, async (people, bucket) => {
    if (people.length === 0) return;
    const table = new Map((await store.readBucket(buckets, bucket)).map((person) => [person.accountId, person]));
    let moved = false;
    for (const person of people) {
      const before = table.get(person.accountId) ?? noActivity(person.accountId);
      const after = mergeActivity(before, person);
      moved ||= !sameActivity(before, after);
      table.set(person.accountId, after);
    }
    if (moved) await store.writeBucket(buckets, bucket, [...table.values()]);
  });
}

/** Cuts the table into another number of buckets; repeating it after a crash is harmless. */
export async function resizeTable(wanted: number, store: ActivityStore): Promise<void> {
  const current = await store.findBucketCount();
  if (current === wanted) return;
  if (current !== undefined) {
    const numbers = Array.from({ length: current }, (_, bucket) => bucket);
    const people = (await inParallel(numbers, (bucket) => store.readBucket(current, bucket))).flat();
    const buckets = intoBuckets(people, wanted, (person) => person.accountId);
    await inParallel(buckets, (rows, bucket) => store.writeBucket(wanted, bucket, rows));
  }
  await store.setBucketCount(wanted);
  if (current !== undefined) await store.deleteBuckets(current);
}

function sameActivity(a: PersonActivity, b: PersonActivity): boolean {
  if (a.assignedAt !== b.assignedAt) return false;
  const keys = new Set([...Object.keys(a.lastByKind), ...Object.keys(b.lastByKind)]) as Set<
    keyof PersonActivity['lastByKind']
  >;
  return [...keys].every((kind) => a.lastByKind[kind] === b.lastByKind[kind]);
}
