import type { ActivityBasis, Coverage, LastActivity } from './activity';
import type { AnswerTime } from './answer-time';
import type { AccountId, GroupId, ProfileId, RoleKey } from './identifiers';
import { DAY, wholeDays, type Instant } from './instant';
import type { SoftwareSubscription } from './software-subscription';

/** How often a rule opens candidates. Closing them never waits. */
export const CADENCES = ['daily', 'weekly', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** `preview`: who would be proposed is counted, nobody is. */
export const RULE_MODES = ['apply', 'preview'] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** Which seats a rule looks at; both parts must hold. */
export interface SubscriptionCondition {
  /** One of these groups gives the seat; empty: whichever does. */
  readonly groupIds: readonly GroupId[];
  /** The seat was in the list before this moment; null: whenever it appeared. */
  readonly firstSeenBefore: Instant | null;
}

/** Days on which nobody's seat is taken, e.g. while everybody is on holiday: from `from` on, before `until`. */
export interface Freeze {
  readonly from: Instant;
  readonly until: Instant;
}

/** What a person decides on the form of a rule. */
export interface RuleSettings extends AnswerTime {
  readonly name: string;
  readonly lastActivityThresholdDays: number;
  /** Also propose people of whom no activity was ever seen. */
  readonly includeNoActivity: boolean;
  readonly activityBasis: ActivityBasis;
  /** False: only usage is counted, nobody is proposed. */
  readonly createCandidates: boolean;
  /** People whose seat is younger are never proposed. */
  readonly newAccountGraceDays: number;
  /** A reclaim in the background is refused when more seats than either limit would be taken back within 24 hours. */
  readonly maxSeatsPerRun: number;
  readonly maxPercentPerRun: number;
  /** More seats than this in 24 hours are taken back in batches only where a second person approves; null: one may alone. */
  readonly secondPersonAbove: number | null;
  /** Then the rule's seats stay, whoever proposed them and whoever asks; null: it never rests. */
  readonly freeze: Freeze | null;
  readonly condition: SubscriptionCondition;
  /** Never proposed by this rule and never removed, whoever proposed them. */
  readonly protectedAccountIds: readonly AccountId[];
  /** So are the members of these groups, in the profile's selection or not. */
  readonly protectedGroupIds: readonly GroupId[];
  readonly cadence: Cadence;
  readonly mode: RuleMode;
  /** People are asked by mail before their seat is taken back, and may say that they want to keep it. */
  readonly notifyUser: boolean;
}

/** Judges the seats of one application in one profile. */
export interface ReclamationRule extends RuleSettings {
  readonly id: string;
  /** 0 before it is stored. */
  readonly revision: number;
  readonly profileId: ProfileId;
  readonly roleKey: RoleKey;
  /** Made by publishing, not by a person. */
  readonly automatic: boolean;
  /** Null: as publishing made it. */
  readonly changedAt: Instant | null;
  readonly changedBy: AccountId | null;
  /** Null: not confirmed by a person since it was made or changed; its candidates are locked until then. */
  readonly review: { readonly at: Instant; readonly by: AccountId } | null;
}

/** What a rule says of which nothing was chosen. */
export const RULE_DEFAULTS = {
  activityBasis: 'including-views',
  createCandidates: true,
  newAccountGraceDays: 30,
  maxSeatsPerRun: 500,
  maxPercentPerRun: 25,
  secondPersonAbove: null,
  freeze: null,
  condition: { groupIds: [], firstSeenBefore: null },
  protectedAccountIds: [],
  protectedGroupIds: [],
  cadence: 'daily',
  mode: 'apply',
  notifyUser: false,
  daysBeforeAutoReclamation: 14,
  answerDays: 'all',
  changedAt: null,
  changedBy: null,
  review: null,
} as const satisfies Partial<ReclamationRule>;

export const DEFAULT_THRESHOLD_DAYS = 60;
/** Evidence older than this no longer says who is idle now. */
export const FRESH_DAYS = 2;

/** The rule that publishing makes for every software model (S73). */
export function automaticRule(profileId: ProfileId, role: { key: RoleKey; name: string }): ReclamationRule {
  return {
    id: `${profileId}.${role.key}`,
    revision: 0,
    profileId,
    roleKey: role.key,
    name: `${role.name}: no activity for ${DEFAULT_THRESHOLD_DAYS} days`,
    lastActivityThresholdDays: DEFAULT_THRESHOLD_DAYS,
    includeNoActivity: true,
    automatic: true,
    ...RULE_DEFAULTS,
  };
}

export type KeptBecause =
  | 'active'
  | 'unknown'
  | 'not-covered'
  | 'too-new'
  | 'in-grace'
  | 'administrator'
  | 'protected'
  | 'out-of-condition'
  | 'counted-only'
  | 'no-activity-kept'
  | 'excluded';

export type Decision =
  | { readonly kind: 'keep'; readonly because: KeptBecause }
  | { readonly kind: 'candidate'; readonly inactiveDays: number | null; readonly silentSince: Instant };

/** What is known of a person besides their activity. */
export interface PersonFacts {
  /** When access was last given, as far as the audit log tells. */
  readonly assignedAt: Instant | null;
  /** By another rule of the profile, or as a member of a group that gives another seat or none. */
  readonly isProtected: boolean;
}
export const NOTHING_MORE: PersonFacts = { assignedAt: null, isProtected: false };

/** How a seat is counted: silence that was not watched long enough is unknown. */
export type UsageClass = 'active' | 'inactive' | 'unknown';

export function usageOf(
  activity: LastActivity,
  coverage: Coverage | undefined,
  thresholdDays: number,
  now: Instant,
): UsageClass {
  const limit = now - thresholdDays * DAY;
  if (activity.kind === 'seen' && activity.at >= limit) return 'active';
  if (activity.kind === 'unknown' || isUnread(activity, limit) || !isCovered(coverage, thresholdDays, now))
    return 'unknown';
  return activity.kind === 'seen' || activity.since <= limit ? 'inactive' : 'unknown';
}

/** Newer activity than was seen may be there, within the time that counts. */
function isUnread(activity: LastActivity, limit: Instant): boolean {
  return activity.kind === 'seen' && (activity.unreadUntil ?? -Infinity) > limit;
}

/** Decides one subscription. Pure and total: the same facts and `now` always give the same decision. */
export function decide(
  subscription: SoftwareSubscription,
  activity: LastActivity,
  coverage: Coverage | undefined,
  rule: ReclamationRule,
  now: Instant,
  person: PersonFacts = NOTHING_MORE,
): Decision {
  if (usageOf(activity, coverage, rule.lastActivityThresholdDays, now) === 'active') return keep('active');
  if (subscription.administrator) return keep('administrator');
  if (person.isProtected || protectionOf(rule, subscription)) return keep('protected');
  if (!meetsCondition(subscription, rule.condition)) return keep('out-of-condition');
  if (!rule.createCandidates) return keep('counted-only');
  if (!isCovered(coverage, rule.lastActivityThresholdDays, now)) return keep('not-covered'); // not seen is not the same as idle
  if (isInGrace(subscription, person, rule, now)) return keep('in-grace');
  if (isUnread(activity, now - rule.lastActivityThresholdDays * DAY)) return keep('unknown');
  return bySilence(activity, rule, now);
}

function bySilence(activity: LastActivity, rule: ReclamationRule, now: Instant): Decision {
  switch (activity.kind) {
    case 'unknown':
      return keep('unknown');
    case 'seen':
      return { kind: 'candidate', inactiveDays: wholeDays(activity.at, now), silentSince: activity.at };
    case 'none-since':
    case 'never':
      if (activity.since > now - rule.lastActivityThresholdDays * DAY) return keep('too-new');
      if (!rule.includeNoActivity) return keep('no-activity-kept');
      return { kind: 'candidate', inactiveDays: null, silentSince: activity.since };
  }
}

function keep(because: KeptBecause): Decision {
  return { kind: 'keep', because };
}

/** What of a rule protects somebody; `groupIds`: as many of the person's groups as are known. */
export function protectionOf(
  rule: Pick<RuleSettings, 'protectedAccountIds' | 'protectedGroupIds'>,
  { accountId, groupIds }: { readonly accountId: AccountId; readonly groupIds: readonly GroupId[] },
): 'person' | 'group' | undefined {
  if (rule.protectedAccountIds.includes(accountId)) return 'person';
  return rule.protectedGroupIds.some((id) => groupIds.includes(id)) ? 'group' : undefined;
}

/** A seat that was there at the first download appeared before any date a condition can name. */
export function meetsCondition(
  { groupIds, firstSeen }: SoftwareSubscription,
  condition: SubscriptionCondition,
): boolean {
  if (condition.groupIds.length > 0 && !condition.groupIds.some((id) => groupIds.includes(id))) return false;
  return condition.firstSeenBefore === null || firstSeen === null || firstSeen < condition.firstSeenBefore;
}

/** The seat or the access is younger than the rule waits for. */
export function isInGrace(
  { firstSeen }: SoftwareSubscription,
  { assignedAt }: PersonFacts,
  rule: ReclamationRule,
  now: Instant,
): boolean {
  return Math.max(firstSeen ?? -Infinity, assignedAt ?? -Infinity) > now - rule.newAccountGraceDays * DAY;
}

/** Evidence reaches back at least as far as the threshold, up to the last day, without gaps. */
export function isCovered(coverage: Coverage | undefined, thresholdDays: number, now: Instant): coverage is Coverage {
  if (!coverage || coverage.gaps.length > 0) return false;
  return coverage.from <= now - thresholdDays * DAY && coverage.to >= now - FRESH_DAYS * DAY;
}
