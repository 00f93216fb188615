import type { ActivityBasis, Coverage, LastActivity } from './activity';
import type { AccountId, ProfileId, RoleKey } from './identifiers';
import { DAY, wholeDays, type Instant } from './instant';
import type { SoftwareSubscription } from './software-subscription';

export interface ReclamationRule {
  readonly id: string;
  readonly profileId: ProfileId;
  readonly roleKey: RoleKey;
  readonly name: string;
  readonly lastActivityThresholdDays: number;
  /** Also propose people of whom no activity was ever seen. */
  readonly includeNoActivity: boolean;
  /** Made by publishing, not by a person. */
  readonly automatic: boolean;
  readonly activityBasis: ActivityBasis;
  /** False: only usage is counted, nobody is proposed. */
  readonly createCandidates: boolean;
  /** People whose seat is younger are never proposed. */
  readonly newAccountGraceDays: number;
  /** A reclaim is refused when it would take more seats at once than either limit. */
  readonly maxSeatsPerRun: number;
  readonly maxPercentPerRun: number;
  /** Null: made by publishing and not confirmed by a person yet; reclaim is locked until then. */
  readonly review: { readonly at: Instant; readonly by: AccountId } | null;
}

/** What a rule says of which nothing was chosen. */
export const RULE_DEFAULTS = {
  activityBasis: 'including-views',
  createCandidates: true,
  newAccountGraceDays: 30,
  maxSeatsPerRun: 500,
  maxPercentPerRun: 25,
  review: null,
} as const satisfies Partial<ReclamationRule>;

export const DEFAULT_THRESHOLD_DAYS = 60;
/** Evidence older than this no longer says who is idle now. */
const FRESHNESS_DAYS = 2;

/** The rule that publishing makes for every software model (S73). */
export function automaticRule(profileId: ProfileId, role: { key: RoleKey; name: string }): ReclamationRule {
  return {
    id: `${profileId}.${role.key}`,
    profileId,
    roleKey: role.key,
    name: `${role.name}: no activity for ${DEFAULT_THRESHOLD_DAYS} days`,
    lastActivityThresholdDays: DEFAULT_THRESHOLD_DAYS,
    includeNoActivity: true,
    automatic: true,
    ...RULE_DEFAULTS,
  };
}

export type Decision =
  | {
      readonly kind: 'keep';
      readonly because:
        'active' | 'unknown' | 'not-covered' | 'too-new' | 'administrator' | 'no-activity-kept' | 'excluded';
    }
  | { readonly kind: 'candidate'; readonly inactiveDays: number | null; readonly silentSince: Instant };

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
  if (activity.kind === 'unknown' || !isCovered(coverage, thresholdDays, now)) return 'unknown';
  return activity.kind === 'seen' || activity.since <= limit ? 'inactive' : 'unknown';
}

/** Decides one subscription. Pure and total: the same facts and `now` always give the same decision. */
export function decide(
  subscription: SoftwareSubscription,
  activity: LastActivity,
  coverage: Coverage | undefined,
  rule: ReclamationRule,
  now: Instant,
): Decision {
  if (usageOf(activity, coverage, rule.lastActivityThresholdDays, now) === 'active')
    return { kind: 'keep', because: 'active' };
  if (subscription.administrator) return { kind: 'keep', because: 'administrator' };
  if (!isCovered(coverage, rule.lastActivityThresholdDays, now)) return { kind: 'keep', because: 'not-covered' }; // not seen is not the same as idle
  switch (activity.kind) {
    case 'unknown':
      return { kind: 'keep', because: 'unknown' };
    case 'seen':
      return { kind: 'candidate', inactiveDays: wholeDays(activity.at, now), silentSince: activity.at };
    case 'none-since':
    case 'never':
      if (activity.since > now - rule.lastActivityThresholdDays * DAY) return { kind: 'keep', because: 'too-new' };
      if (!rule.includeNoActivity) return { kind: 'keep', because: 'no-activity-kept' };
      return { kind: 'candidate', inactiveDays: null, silentSince: activity.since };
  }
}

/** Evidence reaches back at least as far as the threshold, up to the last day, without gaps. */
export function isCovered(coverage: Coverage | undefined, thresholdDays: number, now: Instant): boolean {
  if (!coverage || coverage.gaps.length > 0) return false;
  return coverage.from <= now - thresholdDays * DAY && coverage.to >= now - FRESHNESS_DAYS * DAY;
}
