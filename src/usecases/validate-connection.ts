import type { AccountId, ProfileId } from '../domain/identifiers';
import { validationFingerprint, type IntegrationProfile, type Probe } from '../domain/integration-profile';
import { DAY } from '../domain/instant';
import { Failure, isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'profiles' | 'directory' | 'activitySource' | 'clock' | 'evidence'>;

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
  const probes = await Promise.all([...downloadProbes(profile, ports), ...activityProbes(profile, ports)]);
  const at = ports.clock.now();
  try {
    const saved = await ports.profiles.replace({
      ...profile,
      validation: { at, fingerprint: validationFingerprint(profile), probes },
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

function downloadProbes(profile: IntegrationProfile, { directory }: Needs): Promise<Probe>[] {
  const process = 'Download subscriptions';
  return [
    probe({ name: 'Application roles', operation: 'GET /rest/api/3/applicationrole', process }, async () => {
      const roles = await directory.listRoles();
      const giving = roles.flatMap((role) => role.groups).filter((group) => profile.groupIds.includes(group.id));
      if (giving.length === 0) throw new Failure('jira-rejected', 'None of the selected groups gives a seat.');
      return `Read ${roles.length} applications and the groups that give their seats.`;
    }),
    probe({ name: 'Members of the selected groups', operation: 'GET /rest/api/3/group/member', process }, async () => {
      const pages = await Promise.all(profile.groupIds.map((groupId) => directory.readMembers(groupId, 0, 1)));
      const total = pages.reduce((sum, page) => sum + (page.total ?? 0), 0);
      return `Read the size of ${pages.length} groups: ${total} memberships.`;
    }),
  ];
}

function activityProbes(profile: IntegrationProfile, { activitySource, directory, clock }: Needs): Promise<Probe>[] {
  if (!profile.downloadActivity) return [];
  const process = 'Calculate activity';
  return [
    probe({ name: 'Work items', operation: 'POST /rest/api/3/search/approximate-count', process }, async () => {
      const issues = await activitySource.countIssues(profile.analyzeFrom);
      return `About ${issues} work items were updated since the start of the analysis.`;
    }),
    probe({ name: 'Audit log', operation: 'GET /rest/api/3/auditing/record', process }, async () => {
      const slice = await activitySource.readAudit(clock.now() - DAY, clock.now());
      return `Read ${slice.records} audit records of the last day.`;
    }),
    probe({ name: 'Data security policy', operation: 'GET /rest/api/3/data-policy', process }, async () => {
      if (await directory.isContentBlocked()) {
        throw new Failure(
          'jira-rejected',
          'A data security policy hides content from this app, so people may look idle.',
        );
      }
      return 'No data security policy hides content from this app.';
    }),
  ];
}

async function probe(of: Omit<Probe, 'ok' | 'text'>, attempt: () => Promise<string>): Promise<Probe> {
  try {
    return { ...of, ok: true, text: await attempt() };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { ...of, ok: false, text: `${error.message} ${remedy(error)}`.trim() };
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
