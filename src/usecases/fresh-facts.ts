import { rolesOf } from '../domain/access-given';
import { kindsOf, widestOf, type ActivityBasis } from '../domain/activity';
import type { GroupId, RoleKey } from '../domain/identifiers';
import { grantingGroups, planRemoval, type RemovalPlan } from '../domain/effective-seat';
import { findExclusion, type ExclusionRule } from '../domain/exclusion-rule';
import type { FoundActivity } from '../domain/found-activity';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { ApplicationRole } from '../domain/jira-group';
import type { LastLook } from '../domain/last-look';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { isAboutActivity, type RemovalCandidate } from '../domain/removal-candidate';
import type { FreshFacts } from '../domain/safety-gate';
import type { GrantingRole } from '../domain/software-subscription';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import type { AuditWatch } from './audit-news';
import { findAccountOwner } from './programs/find-account-owner';
import { readKnown } from './read-known';
import { readRuleLocks, type RuledSeat } from './rule-locks';
import type { SiteFacts } from './site-facts';
import { searchTraces, sumUp } from './search-traces';

export type FactSources = Pick<
  Ports,
  | 'directory'
  | 'subscriptions'
  | 'activitySource'
  | 'activity'
  | 'stamps'
  | 'exclusions'
  | 'accountOwners'
  | 'rules'
  | 'candidates'
  | 'promises'
  | 'evidence'
  | 'people'
  | 'clock'
>;

/** What was read about one person, every group they are in now, and what the evidence keeps of it. */
export interface FreshRead {
  readonly facts: FreshFacts;
  readonly groupIds: readonly GroupId[];
  /** The rules that the look went by. */
  readonly rules: readonly ReclamationRule[];
  readonly look: LastLook;
  /** What was seen of the person, to be remembered where the seat stays; null: nothing. */
  readonly found: FoundActivity | null;
}

/** The seat that is looked at, and as whom. */
export interface ReadSeat {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  readonly site: SiteFacts;
  /** An administrator who is there sees work that the app may not browse. */
  readonly as: ActingAs;
  /** What is known of the audit log since the last activity run; what came later is read. */
  readonly news?: AuditWatch | undefined;
}

/** Reads one person anew, at the moment of a removal. */
export async function readFreshFacts(
  { candidate, profile, site, as, news }: ReadSeat,
  ports: FactSources,
): Promise<FreshRead> {
  const { accountId, roleKey } = candidate;
  const now = ports.clock.now();
  const [rules, exclusions, person] = await Promise.all([
    ports.rules.list(profile.id),
    ports.exclusions.list(),
    ports.directory.findPerson(accountId),
  ]);
  const groupIds = person?.groupIds ?? [];
  const roles = grantingRoles(site.roles);
  const plan = planOf({ candidate, profile, site }, groupIds);
  const alsoLost = plan.kind === 'remove' ? plan.alsoLoses : [];
  const lost = [roleKey, ...alsoLost];
  const { lookedFor, found, ...activity } =
    isAboutActivity(candidate.justification) || alsoLost.length > 0
      ? await readActivity({ candidate, rules, lost, site, as, news, now }, ports)
      : NOT_ASKED;
  const decided = await decisionsAbout({ candidate, groupIds, plan, rules, roles, now }, exclusions, ports);
  const { contentBlocked } = site;
  const facts = { person, ...activity, ...decided, contentBlocked, now };
  const look = { facts, lookedFor, grantingGroups: grantingGroups(groupIds, roleKey, roles) };
  return { facts, groupIds, rules, look, found };
}

/** What people decided that speaks for or against a removal: nothing of it comes from Jira. */
export type Decisions = Pick<FreshFacts, 'plan' | 'confirmedAs' | 'exclusion' | 'ruleLock' | 'lostLock' | 'asks'>;

/** The same for somebody whom Jira was asked about a moment ago, by what is decided now. */
export async function readDecisions(
  seat: Pick<ReadSeat, 'candidate' | 'profile' | 'site'>,
  { groupIds, facts: { now } }: Pick<FreshRead, 'groupIds' | 'facts'>,
  ports: Pick<Ports, 'rules' | 'exclusions' | 'accountOwners' | 'candidates' | 'promises' | 'subscriptions'>,
): Promise<{ readonly decisions: Decisions; readonly rules: readonly ReclamationRule[] }> {
  const { candidate, profile, site } = seat;
  const [rules, exclusions] = await Promise.all([ports.rules.list(profile.id), ports.exclusions.list()]);
  const plan = planOf(seat, groupIds);
  const ruled = { candidate, groupIds, plan, rules, roles: grantingRoles(site.roles), now };
  return { decisions: await decisionsAbout(ruled, exclusions, ports), rules };
}

async function decisionsAbout(
  seat: RuledSeat,
  exclusions: readonly ExclusionRule[],
  ports: Pick<Ports, 'candidates' | 'promises' | 'subscriptions' | 'accountOwners'>,
): Promise<Decisions> {
  const { candidate, plan, rules } = seat;
  const { accountId, roleKey } = candidate;
  const lost = plan.kind === 'remove' ? [roleKey, ...plan.alsoLoses] : [roleKey];
  const [exclusion] = lost.flatMap((each) => findExclusion({ accountId, roleKey: each }, exclusions) ?? []);
  const asks = rules.find(({ id }) => id === candidate.ruleId);
  const [confirmedAs, locks] = await Promise.all([findAccountOwner(accountId, ports), readRuleLocks(seat, ports)]);
  return { plan, confirmedAs, exclusion, asks, ...locks };
}

function planOf(
  { candidate, profile, site }: Pick<ReadSeat, 'candidate' | 'profile' | 'site'>,
  groupIds: readonly GroupId[],
): RemovalPlan {
  const { roles, administrators, externallyManaged } = site;
  return planRemoval(
    groupIds,
    candidate.roleKey,
    grantingRoles(roles),
    profile.groupIds,
    administrators,
    externallyManaged,
  );
}

/** What is known of the person's activity up to now. */
type RecentActivity = Pick<FreshFacts, 'recentActivity' | 'isGivenAnew'> &
  Pick<LastLook, 'lookedFor'> &
  Pick<FreshRead, 'found'>;
const NOT_ASKED: RecentActivity = {
  recentActivity: 'not-asked',
  isGivenAnew: false,
  lookedFor: undefined,
  found: null,
};

async function readActivity(
  {
    candidate,
    rules,
    lost,
    site,
    as,
    news,
    now,
  }: {
    readonly candidate: RemovalCandidate;
    readonly rules: readonly ReclamationRule[];
    readonly lost: readonly RoleKey[];
    readonly site: Pick<SiteFacts, 'roles'>;
    readonly as: ActingAs;
    readonly news: AuditWatch | undefined;
    readonly now: Instant;
  },
  ports: FactSources,
): Promise<RecentActivity> {
  const { accountId } = candidate;
  const { thresholdDays, basis } = strictest(candidate, rules, lost);
  const grace = graceFrom(candidate, rules, now);
  const roles = rolesOf(site.roles, lost);
  const days = [utcDay(now), utcDay(now - DAY), utcDay(now - 2 * DAY)];
  const [searched, known, stamps] = await Promise.all([
    searchTraces({ accountId, basis, thresholdDays, as }, ports),
    readKnown({ ...candidate, thresholdDays, activityBasis: basis }, { now, news, roles, grace }, ports),
    ports.stamps.listOf(accountId, days),
  ]);
  const stamped = stamps.filter(({ kind }) => kindsOf(basis).has(kind));
  const recentActivity = sumUp([stamped.length > 0 ? 'seen' : 'none', known.evidence, searched.evidence]);
  const facts = [...stamped, ...known.facts, ...searched.facts];
  const isDated = known.isStored || facts.length > 0;
  return {
    recentActivity,
    found: recentActivity === 'seen' ? { accountId, facts, access: [], unreadUntil: isDated ? null : now } : null,
    isGivenAnew: known.accessGivenAt > grace,
    lookedFor: { basis, thresholdDays, coverage: known.coverage },
  };
}

/**
 * Access that was given after this moment is too new to be taken back: since the seat was proposed, or within the rule's grace.
 * What an earlier attempt of this app gave back does not count.
 */
function graceFrom(candidate: RemovalCandidate, rules: readonly ReclamationRule[], now: Instant): Instant {
  const { openedAt, ruleId, givenBackAt } = candidate;
  const rule = rules.find(({ id }) => id === ruleId);
  const grace = rule ? Math.min(openedAt, now - rule.newAccountGraceDays * DAY) : openedAt;
  return Math.max(grace, givenBackAt ?? -Infinity);
}

/**
 * What has to be silent, and for how long: the rule may wait longer by now, or count more, than when it proposed the candidate,
 * and so may the rules of applications that are lost with it.
 */
function strictest(
  { source, ruleId, roleKey, thresholdDays, activityBasis }: RemovalCandidate,
  rules: readonly ReclamationRule[],
  lost: readonly RoleKey[],
): { readonly thresholdDays: number; readonly basis: ActivityBasis } {
  const asked = rules.filter((rule) =>
    rule.roleKey === roleKey ? source === 'rule' && rule.id === ruleId : lost.includes(rule.roleKey),
  );
  return {
    thresholdDays: Math.max(thresholdDays, ...asked.map((rule) => rule.lastActivityThresholdDays)),
    basis: widestOf([activityBasis, ...asked.map((rule) => rule.activityBasis)]),
  };
}

function grantingRoles(roles: readonly ApplicationRole[]): GrantingRole[] {
  return roles.map(({ key, name, groups }) => ({ key, name, groupIds: groups.map((group) => group.id) }));
}
