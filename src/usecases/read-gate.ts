import { groupsOfRoles } from '../domain/group-drift';
import type { Instant } from '../domain/instant';
import type { ProfileId, RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { checkGate, type GateCheck, type LiveGateFacts, type StoredGateFacts } from '../domain/reclaim-gate';
import { operatorProblem } from '../domain/reclaim-operator';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { behaviorOf } from '../domain/site-check/site-behavior';
import { isOpen } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { readCandidateTable } from './candidate-table';
import { readSiteFacts, type SiteFacts } from './site-facts';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { wasRemovedLately } from './second-person';
import { readAcknowledgement } from './acknowledge-trend';

export type GateNeeds = Pick<
  Ports,
  | 'rules'
  | 'runs'
  | 'subscriptions'
  | 'activity'
  | 'positions'
  | 'candidates'
  | 'directory'
  | 'settings'
  | 'models'
  | 'siteChecks'
  | 'licensing'
  | 'clock'
>;

export interface GateQuestion {
  readonly profile: IntegrationProfile;
  /** The rules whose candidates are to be removed; undefined: those that have candidates. */
  readonly isMeant?: (rule: ReclamationRule) => boolean;
  readonly wanted?: ReadonlyMap<RoleKey, number>;
  /** What Jira says now; `stored`: nothing is asked of Jira. */
  readonly site: SiteFacts | 'stored';
  /** Whether the operator is asked about in Jira too, or the daily check is enough. */
  readonly checksOperator?: boolean;
}

export interface Gate {
  readonly checks: readonly GateCheck[];
  readonly facts: StoredGateFacts;
}

/** Everything that must be right before seats are taken back with a profile, as it is now. */
export async function readGate(question: GateQuestion, ports: GateNeeds): Promise<Gate> {
  const now = ports.clock.now();
  const [facts, live] = await Promise.all([readStored(question, now, ports), readLive(question, ports)]);
  return { checks: checkGate(facts, live, now), facts };
}

/** The gate of a profile for the page; with `roleKeys` only as far as it holds seats of these applications. */
export async function getSafetyGate(
  input: { profileId: ProfileId; stored: boolean; roleKeys?: readonly RoleKey[] },
  ports: GateNeeds & Pick<Ports, 'profiles'>,
): Promise<Outcome<readonly GateCheck[]>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const site = input.stored ? 'stored' : await readSiteFacts(ports);
  const { roleKeys } = input;
  const isMeant = roleKeys && ((rule: ReclamationRule) => roleKeys.includes(rule.roleKey));
  const question: GateQuestion = { profile, site, checksOperator: true, ...(isMeant ? { isMeant } : {}) };
  return done((await readGate(question, ports)).checks);
}

async function readStored(
  { profile, isMeant, wanted }: GateQuestion,
  now: Instant,
  ports: GateNeeds,
): Promise<StoredGateFacts> {
  const [rules, lastDownload, lastActivity, generation, coverage, position, past, lines, notices, site] =
    await Promise.all([
      ports.rules.list(profile.id),
      ports.runs.findLatest(profile.id, 'download'),
      ports.runs.findLatest(profile.id, 'activity'),
      ports.subscriptions.findCurrent(profile.id),
      ports.activity.findCoverage(profile.id),
      ports.positions.find(profile.id),
      ports.positions.listPast(profile.id),
      readCandidateTable(profile.id, ports.candidates),
      ports.settings.findNoticeSettings(),
      ports.siteChecks.find(),
    ]);
  const acknowledgement = position && (await readAcknowledgement(profile.id, position, past, ports));
  const proposing = new Set(lines.filter(({ state }) => isOpen(state)).map(({ roleKey }) => roleKey));
  const hasCandidates = (rule: ReclamationRule) => proposing.size === 0 || proposing.has(rule.roleKey);
  return {
    profile,
    rules: rules.filter(isMeant ?? hasCandidates),
    downloadedAt: generation?.completedAt,
    lastDownload,
    lastActivity,
    coverage,
    position,
    past,
    acknowledgement,
    removedLately: countRemovedLately(lines, now),
    wanted,
    license: ports.licensing.read(),
    canNotify: notices.workItem !== null,
    backgroundRemoval: behaviorOf(site).backgroundRemoval,
  };
}

function countRemovedLately(lines: readonly CandidateLine[], now: Instant): ReadonlyMap<RoleKey, number> {
  const removed = new Map<RoleKey, number>();
  for (const line of lines) {
    if (!wasRemovedLately(line, now)) continue;
    for (const each of [line.roleKey, ...line.alsoLost]) removed.set(each, (removed.get(each) ?? 0) + 1);
  }
  return removed;
}

async function readLive(
  { profile, site, checksOperator = false }: GateQuestion,
  { directory }: GateNeeds,
): Promise<LiveGateFacts | undefined> {
  if (site === 'stored') return undefined;
  const { administrators, contentBlocked } = site;
  const roles = groupsOfRoles(site.roles);
  const known = profile.operatorCheck?.problem ?? null;
  if (!checksOperator || profile.reclaimOperator === null)
    return { roles, administrators, contentBlocked, operatorProblem: known };
  const person = await directory.findPerson(profile.reclaimOperator);
  const problem = operatorProblem({ person, administrators, siteAdministratorIds: new Set() });
  return { roles, administrators, contentBlocked, operatorProblem: problem };
}
