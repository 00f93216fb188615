import { bucketOf } from '../domain/account-bucket';
import {
  asHolderOf,
  lastActivityOf,
  noActivity,
  WIDEST_BASIS,
  type Coverage,
  type PersonActivity,
} from '../domain/activity';
import { seenAs, type LastSeenAs } from '../domain/activity-breakdown';
import { decideSeat, type SeatFacts } from '../domain/decision-explanation';
import { findExclusion, type ExclusionRule } from '../domain/exclusion-rule';
import type { AccountId, ProfileId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import { protectionOf, type Decision, type PersonFacts, type ReclamationRule } from '../domain/reclamation-rule';
import { subscriptionsOf, type SeatHolder, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { readPeople, type PeopleOfBuckets } from './read-people';
import { SharedSeats } from './shared-seats';
import type { Seat } from './seat-map';

/** A subscription with what the rule decided about it. */
export interface Judged extends SeatFacts {
  readonly decision: Decision;
  readonly seenAs: LastSeenAs;
}

/** One that the rule proposes. */
export type Proposed = Judged & {
  readonly decision: Extract<Decision, { kind: 'candidate' }>;
  readonly rule: ReclamationRule;
};

export function isProposed(judged: Judged): judged is Proposed {
  return judged.decision.kind === 'candidate' && judged.rule !== undefined;
}

/** Everything that is the same for all seats that are judged together. */
export interface Setting {
  readonly profileId: ProfileId;
  readonly generation: Generation;
  readonly coverage: Coverage | undefined;
  readonly rules: readonly ReclamationRule[];
  readonly exclusions: readonly ExclusionRule[];
  readonly shared: SharedSeats;
  /** Members of protected groups that are not in the profile's selection. */
  readonly protectedOutside: ReadonlySet<AccountId>;
  readonly now: Instant;
}

type Needs = Pick<Ports, 'profiles' | 'subscriptions' | 'activity' | 'rules' | 'exclusions'>;

export async function readSetting(
  profile: IntegrationProfile,
  generation: Generation,
  now: Instant,
  ports: Needs,
): Promise<Setting> {
  const [coverage, rules, exclusions, shared] = await Promise.all([
    ports.activity.findCoverage(profile.id),
    ports.rules.list(profile.id),
    ports.exclusions.list(),
    SharedSeats.of(profile, ports),
  ]);
  const protectedOutside = new Set<AccountId>();
  return { profileId: profile.id, generation, coverage, rules, exclusions, shared, protectedOutside, now };
}

/** About 8,600 people: more at once would take fewer reads, but the processor longer to keep them in memory. */
export const BUCKETS_TOGETHER = 11;

/** The buckets that are judged together, from this one on. */
export function together(from: number, buckets: number): number[] {
  return Array.from({ length: Math.min(BUCKETS_TOGETHER, buckets - from) }, (_, n) => from + n);
}

/** Judges the people of these buckets from what is stored, or from what was read of it; seats that an older profile counts are left to it. */
export async function judgeBuckets(
  wanted: readonly number[],
  setting: Setting,
  ports: Pick<Ports, 'subscriptions' | 'activity'>,
  people: Promise<PeopleOfBuckets> = readPeople(wanted, setting.generation, ports),
): Promise<Judged[]> {
  const { buckets, roles } = setting.generation;
  const [{ holders, activity }, isSharedSeat] = await Promise.all([
    people,
    setting.shared.inBuckets(wanted, buckets, ports),
  ]);
  const judged: Judged[] = [];
  for (const [n, active] of activity.entries()) {
    const activityOf = new Map(active.map((person) => [person.accountId, person]));
    for (const holder of holders[n] ?? []) {
      const person = activityOf.get(holder.accountId) ?? noActivity(holder.accountId);
      const isProtected = isProtectedHolder(holder, setting);
      for (const subscription of subscriptionsOf(holder, roles)) {
        if (isSharedSeat(subscription)) continue;
        const did = asHolderOf(person, subscription.roleKey);
        judged.push(judgeSeat(subscription, did, { assignedAt: did.assignedAt, isProtected }, setting));
      }
    }
  }
  return judged;
}

/** Judges one seat as `judgeBuckets` does; undefined: the download has none, or an older profile counts it. */
export async function judgeOne(
  seat: Seat,
  setting: Setting,
  ports: Pick<Ports, 'subscriptions' | 'activity'>,
): Promise<Judged | undefined> {
  const judged = await judgeBuckets([bucketOf(seat.accountId, setting.generation.buckets)], setting, ports);
  return judged.find(
    ({ subscription: { accountId, roleKey } }) => accountId === seat.accountId && roleKey === seat.roleKey,
  );
}

/** Whom one rule of the profile protects, none proposes. */
function isProtectedHolder(holder: SeatHolder, { rules, protectedOutside }: Setting): boolean {
  return protectedOutside.has(holder.accountId) || rules.some((rule) => protectionOf(rule, holder) !== undefined);
}

function judgeSeat(
  subscription: SoftwareSubscription,
  did: PersonActivity,
  person: PersonFacts,
  { rules, exclusions, coverage, now }: Setting,
): Judged {
  const rule = rules.find((each) => each.roleKey === subscription.roleKey);
  const activity = lastActivityOf(did, coverage, subscription.firstSeen, rule?.activityBasis);
  const exclusion = findExclusion(subscription, exclusions);
  const decision = decideSeat({ subscription, activity, coverage, rule, exclusion, person, now });
  const isWidest = (rule?.activityBasis ?? WIDEST_BASIS) === WIDEST_BASIS;
  const widest = isWidest ? activity : lastActivityOf(did, coverage, subscription.firstSeen);
  // Each by its name: what is spread between others costs many times as much, and there are tens of thousands.
  return { subscription, activity, coverage, rule, exclusion, person, now, decision, seenAs: seenAs(widest) };
}
