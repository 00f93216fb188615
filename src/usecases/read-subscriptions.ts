import { lastActivityOf, noActivity, type Coverage, type LastActivity } from '../domain/activity';
import type { ProfileId } from '../domain/identifiers';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { subscriptionKey } from './candidate-changes';
import { done, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'subscriptions' | 'activity' | 'candidates'>;

/** The current generation and what activity covers; undefined before the first complete download. */
export async function findSubscriptionTable(
  profileId: ProfileId,
  ports: Needs,
): Promise<{ generation: Generation; coverage: Coverage | undefined } | undefined> {
  const [generation, coverage] = await Promise.all([
    ports.subscriptions.findCurrent(profileId),
    ports.activity.findCoverage(profileId),
  ]);
  return generation ? { generation, coverage } : undefined;
}

export interface SubscriptionLine {
  readonly subscription: SoftwareSubscription;
  readonly activity: LastActivity;
  readonly candidate: CandidateLine | undefined;
}

/** The subscriptions of one bucket, joined with activity and candidates: the buckets of all three line up. */
export async function readSubscriptionBucket(
  input: { profileId: ProfileId; generation: string; bucket: number },
  ports: Needs,
): Promise<Outcome<{ generation: Generation; lines: SubscriptionLine[] }>> {
  const table = await findSubscriptionTable(input.profileId, ports);
  if (table?.generation.id !== input.generation) {
    return refuse('conflict', 'A newer download has replaced this list. Reload it.');
  }
  const { generation, coverage } = table;
  if (input.bucket >= generation.buckets) return refuse('not-found', `The list has only ${generation.buckets} parts.`);
  const [holders, people, candidates] = await Promise.all([
    ports.subscriptions.readBucket(generation, input.bucket),
    readAligned(ports.activity.findBucketCount(), generation, (count) =>
      ports.activity.readBucket(count, input.bucket),
    ),
    readAligned(ports.candidates.findBucketCount(input.profileId), generation, (count) =>
      ports.candidates.readBucket(input.profileId, count, input.bucket),
    ),
  ]);
  const activityOf = new Map(people.map((person) => [person.accountId, person]));
  const candidateOf = new Map(candidates.map((line) => [subscriptionKey(line), line]));
  const lines = holders.flatMap((holder) =>
    subscriptionsOf(holder, generation.roles).map((subscription) => ({
      subscription,
      activity: lastActivityOf(
        activityOf.get(holder.accountId) ?? noActivity(holder.accountId),
        coverage,
        holder.firstSeen,
      ),
      candidate: candidateOf.get(subscriptionKey(subscription)),
    })),
  );
  return done({ generation, lines });
}

/** A table that is still cut differently (its job has yet to run on this generation) has nothing to say here. */
async function readAligned<Row>(
  count: Promise<number | undefined>,
  generation: Generation,
  read: (count: number) => Promise<Row[]>,
): Promise<Row[]> {
  const buckets = await count;
  return buckets === generation.buckets ? read(buckets) : [];
}
