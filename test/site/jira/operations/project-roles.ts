import { notFound, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { APP_ACCOUNT_ID } from '../state/app-user';
import type { ProjectRole } from '../state/project-roles';

const PATH = '/rest/api/3/project/{projectIdOrKey}/role';

const list: Operation = {
  method: 'GET',
  path: PATH,
  run(call) {
    const project = requiredProject(call);
    const roles = call.state.projectRoles.rolesOf(project.index);
    const body = Object.fromEntries(roles.map((role) => [role.name, address(call, project, role)]));
    return ok(body, 1 + 2 * roles.length);
  },
};

const one: Operation = {
  method: 'GET',
  path: `${PATH}/{id}`,
  query: ['excludeInactiveUsers'],
  run(call) {
    const project = requiredProject(call);
    const role = call.state.projectRoles.rolesOf(project.index).find(({ id }) => String(id) === call.path['id']);
    if (role === undefined) throw notFound(`Can not find a role with ID ${call.path['id']}`);
    const actors = actorsOf(call, project, role);
    const body = {
      self: address(call, project, role),
      name: role.name,
      id: role.id,
      description: `A project role of the kind ${role.kind}`,
      actors,
      ...(role.isTeamManaged ? { scope: { type: 'PROJECT', project: { id: project.id, key: project.key } } } : {}),
      ...(call.state.switches.get('roleAdminFlag') ? { admin: role.kind === 'administrators' } : {}),
    };
    return ok(body, 1 + 2 * actors.length);
  },
};

interface Project {
  readonly index: number;
  readonly id: string;
  readonly key: string;
}

/** Jira shows roles to who administers the project: here, to who administers Jira. */
function requiredProject({ state, actor, path }: Call): Project {
  const wanted = path['projectIdOrKey'] ?? '';
  const index = state.issues.table.projects
    .all()
    .findIndex((key, n) => key === wanted || String(10_000 + n) === wanted);
  if (index < 0 || !state.access.isJiraAdmin(actor.accountId))
    throw notFound(`No project could be found with id or key '${wanted}'.`);
  return { index, id: String(10_000 + index), key: state.issues.table.projects.all()[index] ?? '' };
}

function address({ state }: Call, { id }: Project, role: ProjectRole): string {
  return `${state.baseUrl}/rest/api/3/project/${id}/role/${role.id}`;
}

/** Sorted by name, as Jira says it does. */
function actorsOf({ state }: Call, { index }: Project, role: ProjectRole): object[] {
  const first = 20_000 + index * 1000 + (role.id % 1000);
  const byId = state.switches.get('groupIdsInRoles');
  const groups = state.projectRoles.groupsIn(index, role).map(({ id, name }) => ({
    displayName: name,
    type: 'atlassian-group-role-actor',
    name,
    actorGroup: { displayName: name, name, ...(byId ? { groupId: id } : {}) },
  }));
  const app = state.directory.user(APP_ACCOUNT_ID);
  const apps = {
    displayName: app?.displayName,
    type: 'atlassian-user-role-actor',
    actorUser: { accountId: APP_ACCOUNT_ID },
  };
  const actors = role.kind === 'apps' ? [apps] : groups.sort((a, b) => (a.name < b.name ? -1 : 1));
  return actors.map((actor, n) => ({ id: first + n, ...actor }));
}

export const projectRoles: readonly Operation[] = [list, one];
