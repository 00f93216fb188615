import { bucketOf } from '../domain/account-bucket';
import { latestActivity, noActivity } from '../domain/activity';
import type { GroupId } from '../domain/identifiers';
import { planRemoval } from '../domain/effective-seat';
import { findExclusion } from '../domain/exclusion-rule';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { AdministratorGroups, ApplicationRole } from '../domain/jira-group';
import { isCovered, type ReclamationRule } from '../domain/reclamation-rule';
import { candidateLock, protectionLock } from '../domain/rule-lock';
import type { RemovalCandidate } from '../domain/removal-candidate';
import { labeled } from '../domain/software-model';
import type { FreshFacts } from '../domain/safety-gate';
import type { GrantingRole } from '../domain/software-subscription';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import { readActivityOf } from './activity-table';
import { searchTraces, sumUp, type Evidence } from './search-traces';

/** What Jira says about the site as a whole; read once and used for several people of one burst. */
export interface SiteFacts {
  readonly roles: readonly ApplicationRole[];
  readonly administrators: AdministratorGroups;
  readonly contentBlocked: boolean;
  /** Groups that Jira refused to change before. */
  readonly externallyManaged: ReadonlySet<GroupId>;
}

export type FactSources = Pick<
  Ports,
  'directory' | 'activitySource' | 'activity' | 'stamps' | 'exclusions' | 'rules' | 'clock'
>;

export async function readSiteFacts(ports: Pick<Ports, 'directory' | 'settings' | 'models'>): Promise<SiteFacts> {
  const [models, roles, administrators, contentBlocked, externallyManaged] = await Promise.all([
    ports.models.list(),
    ports.directory.listRoles(),
    ports.directory.listAdministratorGroups(),
    ports.directory.isContentBlocked(),
    ports.settings.listExternallyManaged(),
  ]);
  return { roles: roles.map((role) => labeled(role, models)), administrators, contentBlocked, externallyManaged };
}

/** What was read about one person, and every group they are in now. */
export interface FreshRead {
  readonly facts: FreshFacts;
  readonly groupIds: readonly GroupId[];
}

/** Reads one person anew, at the moment of a removal. */
export async function readFreshFacts(
  {
    candidate,
    profile,
    site,
    as,
  }: {
    readonly candidate: RemovalCandidate;
    readonly profile: IntegrationProfile;
    readonly site: SiteFacts;
    /** An administrator who is there sees work that the app may not browse. */
    readonly as: ActingAs;
  },
  ports: FactSources,
): Promise<FreshRead> {
  const { accountId, roleKey } = candidate;
  const now = ports.clock.now();
  const rules = await ports.rules.list(profile.id);
  const thresholdDays = currentThreshold(candidate, rules);
  const [person, searched, stored, stamped, exclusions] = await Promise.all([
    ports.directory.findPerson(accountId),
    searchTraces({ accountId, basis: candidate.activityBasis, thresholdDays, as }, ports),
    readStoredEvidence({ ...candidate, thresholdDays }, now, ports),
    ports.stamps.wasSeen(accountId, [utcDay(now), utcDay(now - DAY), utcDay(now - 2 * DAY)], candidate.activityBasis),
    ports.exclusions.list(),
  ]);
  const groupIds = person?.groupIds ?? [];
  const roles = grantingRoles(site.roles);
  const plan = planRemoval(groupIds, roleKey, roles, profile.groupIds, site.administrators, site.externallyManaged);
  const recentActivity = sumUp([stamped ? 'seen' : 'none', stored, searched]);
  const exclusion = findExclusion(candidate, exclusions);
  const ruleLock = candidateLock(candidate, rules) ?? protectionLock({ accountId, groupIds }, rules);
  const { contentBlocked } = site;
  return { facts: { person, plan, recentActivity, contentBlocked, exclusion, ruleLock }, groupIds };
}

/** The rule may wait longer by now than when it proposed the candidate. */
function currentThreshold({ source, ruleId, thresholdDays }: RemovalCandidate, rules: readonly ReclamationRule[]) {
  const rule = source === 'rule' ? rules.find(({ id }) => id === ruleId) : undefined;
  return Math.max(thresholdDays, rule?.lastActivityThresholdDays ?? 0);
}

/** What the activity job knows: where it could not read everything up to now, its silence says nothing. */
async function readStoredEvidence(
  { accountId, profileId, thresholdDays, activityBasis }: RemovalCandidate,
  now: Instant,
  { activity }: Pick<Ports, 'activity'>,
): Promise<Evidence> {
  const [coverage, count] = await Promise.all([activity.findCoverage(profileId), activity.findBucketCount()]);
  const people = count === undefined ? [] : await readActivityOf(bucketOf(accountId, count), count, activity);
  const person = people.find((each) => each.accountId === accountId) ?? noActivity(accountId);
  const latest = latestActivity(person, activityBasis);
  const limit = now - thresholdDays * DAY;
  if (latest && latest.at >= limit) return 'seen';
  if ((person.unreadUntil ?? -Infinity) > limit) return 'unclear';
  return isCovered(coverage, thresholdDays, now) ? 'none' : 'unclear';
}

function grantingRoles(roles: readonly ApplicationRole[]): GrantingRole[] {
  return roles.map(({ key, name, groups }) => ({ key, name, groupIds: groups.map((group) => group.id) }));
}
