import { bucketsAcross } from '../domain/account-bucket';
import { lastActivityOf, noActivity, type Coverage, type LastActivity, type PersonActivity } from '../domain/activity';
import { findExclusion, type ExclusionRule } from '../domain/exclusion-rule';
import type { ProfileId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { countedAs, type ActivitySpan } from '../domain/license-position';
import type { UsageClass } from '../domain/reclamation-rule';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { readActivityOf } from './activity-table';
import { SeatMap } from './seat-map';
import { done, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'subscriptions' | 'activity' | 'candidates'>;
type BucketNeeds = Needs & Pick<Ports, 'exclusions' | 'rules' | 'positions' | 'clock'>;

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
  /** Keeps the seat out of counts and candidates; a new rule shows here at once, in the numbers at the next evaluation. */
  readonly exclusion: ExclusionRule | undefined;
  /** How the seat's rule sees it, and its place in the chart: as the license position counts it. */
  readonly usage: UsageClass;
  readonly span: ActivitySpan;
}

/** The subscriptions of one bucket, joined with activity and candidates. */
export async function readSubscriptionBucket(
  input: { profileId: ProfileId; generation: string; bucket: number },
  ports: BucketNeeds,
): Promise<Outcome<{ generation: Generation; lines: SubscriptionLine[] }>> {
  const table = await findSubscriptionTable(input.profileId, ports);
  if (table?.generation.id !== input.generation) {
    return refuse('conflict', 'A newer download has replaced this list. Reload it.');
  }
  const { generation, coverage } = table;
  if (input.bucket >= generation.buckets) return refuse('not-found', `The list has only ${generation.buckets} parts.`);
  const [holders, people, candidates, exclusions, judge] = await Promise.all([
    ports.subscriptions.readBucket(generation, input.bucket),
    readActivityOf(input.bucket, generation.buckets, ports.activity),
    readCandidatesOf(input, generation, ports),
    ports.exclusions.list(),
    judgeOf(input.profileId, coverage, ports),
  ]);
  const activityOf = new Map(people.map((person) => [person.accountId, person]));
  const candidateOf = SeatMap.of(candidates);
  const lines = holders.flatMap((holder) =>
    subscriptionsOf(holder, generation.roles).map((subscription) => {
      const person = activityOf.get(holder.accountId) ?? noActivity(holder.accountId);
      const activity = lastActivityOf(person, coverage, holder.firstSeen);
      return {
        subscription,
        activity,
        candidate: candidateOf.get(subscription),
        exclusion: findExclusion(subscription, exclusions),
        ...judge(subscription, person),
      };
    }),
  );
  return done({ generation, lines });
}

type Judge = (seat: SoftwareSubscription, person: PersonActivity) => Pick<SubscriptionLine, 'usage' | 'span'>;

/** Judges seats as the last evaluation did, counting what their rule counts: a list has as many of a sort as the numbers say. */
async function judgeOf(
  profileId: ProfileId,
  coverage: Coverage | undefined,
  { rules, positions, clock }: Pick<Ports, 'rules' | 'positions' | 'clock'>,
): Promise<Judge> {
  const [all, position] = await Promise.all([rules.list(profileId), positions.find(profileId)]);
  const at: Instant = position?.at ?? clock.now();
  return ({ roleKey, firstSeen }, person) => {
    const rule = all.find((each) => each.roleKey === roleKey);
    return countedAs(lastActivityOf(person, coverage, firstSeen, rule?.activityBasis), coverage, rule, at);
  };
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
