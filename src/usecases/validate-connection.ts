import type { AccountId, ProfileId } from '../domain/identifiers';
import {
  validationFingerprint,
  type IntegrationProfile,
  type Probe,
  type Validation,
} from '../domain/integration-profile';
import { groupsOfRoles, type GroupsOfRoles } from '../domain/group-drift';
import { DAY } from '../domain/instant';
import { Failure, isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { countMemberships } from './count-memberships';
import { describeSearch } from './estimate-search';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'profiles' | 'directory' | 'activitySource' | 'clock' | 'evidence' | 'subscriptions'>;

/**
 * Tries the APIs that Download and Activity need and keeps the result with the profile. Never writes to Jira; Reclaim is not
 * validated (S64).
 */
export async function validateConnection(
  input: { profileId: ProfileId; caller: AccountId },
  ports: Needs,
): Promise<Outcome<IntegrationProfile>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const unseen: Unseen = { projects: [], workItems: 0 };
  const probes = await Promise.all([...downloadProbes(profile, ports), ...activityProbes(profile, unseen, ports)]);
  const rememberedGroups = await readGroupsOfRoles(ports);
  const at = ports.clock.now();
  try {
    const saved = await ports.profiles.replace({
      ...profile,
      validation: {
        at,
        fingerprint: validationFingerprint(profile),
        probes,
        groupsOfRoles: rememberedGroups,
        ...unseenOf(unseen),
      },
    });
    await ports.evidence.append({
      kind: 'profile-validated',
      at,
      by: input.caller,
      subject: null,
      candidate: null,
      text: probes.every((probe) => probe.ok) ? 'Connection validated.' : 'Connection validation found problems.',
      details: { profileId: profile.id, failed: probes.filter((probe) => !probe.ok).map((probe) => probe.name) },
    });
    return done(saved);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) return refuse('conflict', CHANGED_MEANWHILE);
    throw error;
  }
}

/** What the safety gate compares Jira's groups with later; null when they can't be read, which a probe says already. */
async function readGroupsOfRoles({ directory }: Needs): Promise<GroupsOfRoles | null> {
  try {
    return groupsOfRoles(await directory.listRoles());
  } catch (error) {
    if (!isFailure(error)) throw error;
    return null;
  }
}

function downloadProbes(profile: IntegrationProfile, { directory }: Needs): Promise<Probe>[] {
  const process = 'Download subscriptions';
  return [
    probe({ name: 'Application roles', operation: 'GET /rest/api/3/applicationrole', process }, async () => {
      const roles = await directory.listRoles();
      const giving = roles.flatMap((role) => role.groups).filter((group) => profile.groupIds.includes(group.id));
      if (giving.length === 0) throw new Failure('jira-rejected', 'None of the selected groups gives a seat.');
      return passed(`Read ${roles.length} applications and the groups that give their seats.`);
    }),
    probe({ name: 'Members of the selected groups', operation: 'GET /rest/api/3/group/member', process }, async () => {
      const memberships = await countMemberships(profile.groupIds, directory);
      return passed(`Read the size of ${profile.groupIds.length} groups: ${memberships} memberships.`);
    }),
  ];
}

/** What the administrator sees and the app can't, gathered on the way. */
interface Unseen {
  projects: readonly string[];
  workItems: number;
  /** Projects that the administrator may browse; undefined while they are not read. */
  allProjects?: number;
}

function unseenOf({ allProjects: all, ...unseen }: Unseen): Pick<Validation, 'unseen' | 'projects'> {
  return {
    ...(unseen.projects.length + unseen.workItems > 0 ? { unseen } : {}),
    ...(all === undefined ? {} : { projects: { seen: all - unseen.projects.length, all } }),
  };
}

function activityProbes(profile: IntegrationProfile, unseen: Unseen, ports: Needs): Promise<Probe>[] {
  if (!profile.downloadActivity) return [];
  const process = 'Calculate activity';
  return [
    probe({ name: 'Work items', operation: 'POST /rest/api/3/search/approximate-count', process }, () =>
      compareIssues(profile, unseen, ports),
    ),
    probe({ name: 'Projects', operation: 'GET /rest/api/3/project/search', process }, () =>
      compareProjects(unseen, ports),
    ),
    probe({ name: 'Audit log', operation: 'GET /rest/api/3/auditing/record', process }, () => readAuditWeek(ports)),
    probe({ name: 'Data security policy', operation: 'GET /rest/api/3/data-policy', process }, async () =>
      (await ports.directory.isContentBlocked())
        ? limited(
            'A data security policy hides content from this app. Until it is lifted nobody is called inactive and no removal candidates are made.',
          )
        : passed('No data security policy hides content from this app.'),
    ),
  ];
}

/** Work items that you can see and the app can't are hidden by project permissions or security levels. */
async function compareIssues(profile: IntegrationProfile, unseen: Unseen, ports: Needs): Promise<Finding> {
  const { activitySource } = ports;
  const { analyzeFrom } = profile;
  const [app, caller] = await Promise.all([
    activitySource.countIssues(analyzeFrom),
    activitySource.countIssues(analyzeFrom, 'caller'),
  ]);
  const plan = await describeSearch(profile, app, ports);
  if (app >= caller)
    return passed(`About ${app} work items were updated since the start of the analysis. ${plan}`.trim());
  unseen.workItems = caller - app;
  return limited(
    `The app sees ${app} of the ${caller} work items that you see: project permissions or issue security levels hide the rest. People who only work there look idle until the app’s own user may browse them. ${plan}`.trim(),
  );
}

async function compareProjects(unseen: Unseen, { directory }: Needs): Promise<Finding> {
  const [app, caller] = await Promise.all([directory.listProjects('app'), directory.listProjects('caller')]);
  const hidden = caller.filter((name) => !app.includes(name));
  unseen.projects = hidden;
  unseen.allProjects = caller.length;
  if (hidden.length === 0) return passed(`The app may browse all ${caller.length} projects that you may browse.`);
  return limited(
    `The app can’t browse ${hidden.length} of ${caller.length} projects: ${hidden.slice(0, 5).join(', ')}${hidden.length > 5 ? ', …' : ''}. People who only work there look idle. Give the app’s own user Browse projects there.`,
  );
}

/** Sites where every Jira app is on a free plan have no audit log: the integration works, with less evidence. */
async function readAuditWeek({ activitySource, clock }: Needs): Promise<Finding> {
  try {
    const slice = await activitySource.readAudit(clock.now() - 7 * DAY, clock.now());
    const { records, notUnderstood } = slice;
    if (notUnderstood.length === 0) return passed(`Read ${records} audit records of the last week.`);
    return limited(
      `We don’t understand ${notUnderstood.length} of ${records} audit records of the last week. We treat people named there as new.`,
    );
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
    return limited(
      'The audit log can’t be read: it needs at least one paid Jira plan, and Administer Jira for the app’s own user. Until then administration is not seen, so nobody is called inactive.',
    );
  }
}

/** What a probe found when it did not fail. */
interface Finding {
  readonly limited: boolean;
  readonly text: string;
}

const passed = (text: string): Finding => ({ limited: false, text });
const limited = (text: string): Finding => ({ limited: true, text });

async function probe(of: Omit<Probe, 'ok' | 'limited' | 'text'>, attempt: () => Promise<Finding>): Promise<Probe> {
  try {
    return { ...of, ok: true, ...(await attempt()) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { ...of, ok: false, limited: false, text: `${error.message} ${remedy(error)}`.trim() };
  }
}

function remedy(failure: Failure): string {
  switch (failure.code) {
    case 'jira-refused':
      return 'Check that the app’s own user administers Jira (it is added to the administrators’ group at installation) and that the site has a paid plan.';
    case 'jira-not-found':
      return 'A selected group no longer exists. Edit the groups of this profile.';
    case 'jira-busy':
    case 'points-spent':
    case 'jira-unavailable':
      return 'Try again in a few minutes.';
    default:
      return '';
  }
}
