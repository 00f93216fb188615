import {
  accessGiven,
  kindsOf,
  latestActivity,
  noActivity,
  unclearUntil,
  type ActivityBasis,
  type ActivityFact,
  type Coverage,
  type PersonActivity,
} from '../domain/activity';
import { bucketOf } from '../domain/account-bucket';
import { DAY, type Instant } from '../domain/instant';
import type { ApplicationRole } from '../domain/jira-group';
import { isCovered } from '../domain/reclamation-rule';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { readActivityOf } from './activity-table';
import { accessGivenAt, administered, AuditWatch } from './audit-news';
import { sumUp, type Evidence } from './search-traces';

/** What is known of one person without searching. */
export interface Known {
  readonly evidence: Evidence;
  /** The table tells of it already. */
  readonly isStored: boolean;
  /** What only the news tell. */
  readonly facts: readonly ActivityFact[];
  readonly accessGivenAt: Instant;
  readonly coverage: Coverage | undefined;
}

/** What the activity job knows, and what the audit log told since. Where not everything up to now was read, silence says nothing. */
export async function readKnown(
  { accountId, profileId, thresholdDays, activityBasis }: RemovalCandidate,
  {
    now,
    news,
    roles,
    grace,
  }: {
    readonly now: Instant;
    readonly news: AuditWatch | undefined;
    /** The applications whose seats would go. */
    readonly roles: readonly ApplicationRole[];
    /** What was given up to then is not new. */
    readonly grace: Instant;
  },
  ports: Pick<Ports, 'activity' | 'activitySource' | 'evidence' | 'people' | 'clock'>,
): Promise<Known> {
  const { activity } = ports;
  const [coverage, count] = await Promise.all([activity.findCoverage(profileId), activity.findBucketCount()]);
  const people = count === undefined ? [] : await readActivityOf(bucketOf(accountId, count), count, activity);
  const person = people.find((each) => each.accountId === accountId) ?? noActivity(accountId);
  const stored = judgeStored(person, activityBasis, now - thresholdDays * DAY);
  if (!isCovered(coverage, thresholdDays, now))
    return {
      evidence: sumUp([stored, 'unclear']),
      isStored: stored === 'seen',
      facts: [],
      accessGivenAt: -Infinity,
      coverage,
    };
  const latest = await (news ?? new AuditWatch(coverage.to, ports)).read();
  const given = await accessGivenAt({ accountId, roles, after: grace }, latest, ports);
  return {
    evidence: sumUp([stored, administered(accountId, activityBasis, latest)]),
    isStored: stored === 'seen',
    facts: latest.facts.filter((fact) => fact.accountId === accountId && kindsOf(activityBasis).has(fact.kind)),
    accessGivenAt: Math.max(given, ...roles.map(({ key }) => accessGiven(person, key) ?? -Infinity)),
    coverage,
  };
}

function judgeStored(person: PersonActivity, basis: ActivityBasis, limit: Instant): Evidence {
  if ((latestActivity(person, basis)?.at ?? -Infinity) >= limit) return 'seen';
  return unclearUntil(person, basis) > limit ? 'unclear' : 'none';
}
