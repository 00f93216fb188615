import type { ProfileId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { operatorProblem, operatorWarning } from '../domain/reclaim-operator';
import { agreementTo, type ScopeAgreement } from '../domain/scope-agreement';
import { operatorLock, reclaimLock } from '../domain/safety-gate';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { readOperatorFacts } from './reclaim-operator';

export interface ReadinessCheck {
  readonly name: string;
  /** What is unknown blocks nothing. */
  readonly state: 'passed' | 'unknown' | 'failed';
  readonly text: string;
}

const CHANGE_GROUPS = 'write:group:jira';
const AGREEMENT: Readonly<Record<ScopeAgreement, Omit<ReadinessCheck, 'name'>>> = {
  agreed: {
    state: 'passed',
    text: `The site agreed that the app may change group members (${CHANGE_GROUPS}).`,
  },
  'not-agreed': {
    state: 'failed',
    text: `The site has not agreed that the app may change group members. Update the app and agree to ${CHANGE_GROUPS}.`,
  },
  unknown: {
    state: 'unknown',
    text: `We could not tell whether the site agreed to ${CHANGE_GROUPS}. Jira shows it at the first removal.`,
  },
};

type Needs = Pick<Ports, 'profiles' | 'directory' | 'permissions' | 'settings'>;

/** Could seats be reclaimed now? Only reads; Validate Connection does not cover it (S64). */
export async function checkReclaimReadiness(
  input: { profileId: ProfileId },
  ports: Needs,
): Promise<Outcome<ReadinessCheck[]>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = reclaimLock(profile);
  return done([
    check('Profile', lock === undefined, lock ?? 'Published, with Reclaim switched on and validated.'),
    checkScope(ports),
    await checkOperator(profile, ports),
    await checkGroups(profile, ports),
  ]);
}

function checkScope({ permissions }: Needs): ReadinessCheck {
  const agreement = agreementTo(CHANGE_GROUPS, permissions.agreedScopes());
  return { name: 'Permission to change groups', ...AGREEMENT[agreement] };
}

async function checkOperator(profile: IntegrationProfile, ports: Needs): Promise<ReadinessCheck> {
  const { reclaimOperator } = profile;
  if (reclaimOperator === null) return check('Reclaim operator', false, operatorLock(profile) ?? '');
  const facts = await readOperatorFacts(reclaimOperator, ports);
  const problem = operatorProblem(facts);
  return check(
    'Reclaim operator',
    problem === null,
    problem ?? operatorWarning(facts) ?? 'Active and a site administrator.',
  );
}

async function checkGroups(profile: IntegrationProfile, { directory, settings }: Needs): Promise<ReadinessCheck> {
  const [managed, administrators, roles] = await Promise.all([
    settings.listExternallyManaged(),
    directory.listAdministratorGroups(),
    directory.listRoles(),
  ]);
  const isAdministrators = (id: string) => administrators.admin.has(id) || administrators.siteAdmin.has(id);
  const selectedAdministrators = profile.groupIds.filter(isAdministrators);
  const refusing = profile.groupIds.filter((id) => managed.has(id));
  const names = new Map(roles.flatMap((role) => role.groups).map((group) => [group.id, group.name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ');
  if (selectedAdministrators.length > 0) {
    return check(
      'Selected groups',
      false,
      `Administrators’ groups are selected and are never changed: ${named(selectedAdministrators)}.`,
    );
  }
  if (refusing.length > 0) {
    return check(
      'Selected groups',
      false,
      `Jira refused to change these groups before; an identity provider probably manages them: ${named(refusing)}.`,
    );
  }
  return check(
    'Selected groups',
    true,
    'No selected group is an administrators’ group or is known to be managed elsewhere.',
  );
}

function check(name: string, ok: boolean, text: string): ReadinessCheck {
  return { name, state: ok ? 'passed' : 'failed', text };
}
