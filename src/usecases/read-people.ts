import type { PersonActivity } from '../domain/activity';
import type { SeatHolder } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { readActivityOfAll } from './activity-table';

/** The people of some buckets of a download, and what they did; each answered bucket by bucket. */
export interface PeopleOfBuckets {
  readonly holders: readonly (readonly SeatHolder[])[];
  readonly activity: readonly (readonly PersonActivity[])[];
}

/** Reads them side by side. Throws a Failure. */
export async function readPeople(
  wanted: readonly number[],
  generation: Generation,
  { subscriptions, activity }: Pick<Ports, 'subscriptions' | 'activity'>,
): Promise<PeopleOfBuckets> {
  const [holders, active] = await Promise.all([
    Promise.all(wanted.map((bucket) => subscriptions.readBucket(generation, bucket))),
    readActivityOfAll(wanted, generation.buckets, activity),
  ]);
  return { holders, activity: active };
}
