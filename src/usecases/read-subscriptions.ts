import { bucketsAcross } from '../domain/account-bucket';
import { lastActivityOf, noActivity, type Coverage, type LastActivity } from '../domain/activity';
import type { ProfileId } from '../domain/identifiers';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { readActivityOf } from './activity-table';
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

/** The subscriptions of one bucket, joined with activity and candidates. */
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
    readActivityOf(input.bucket, generation.buckets, ports.activity),
    readCandidatesOf(input, generation, ports),
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

/** The candidates of one bucket, also while their table is still cut as the download before was. */
async function readCandidatesOf(
  { profileId, bucket }: { profileId: ProfileId; bucket: number },
  generation: Generation,
  { candidates }: Needs,
): Promise<CandidateLine[]> {
  const count = await candidates.findBucketCount(profileId);
  if (count === undefined) return [];
  const parts = bucketsAcross(bucket, generation.buckets, count);
  return (await Promise.all(parts.map((part) => candidates.readBucket(profileId, count, part)))).flat();
}
