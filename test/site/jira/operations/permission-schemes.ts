import { notFound, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';

interface Grant {
  readonly permission: string;
  readonly holder: { readonly type: string; readonly parameter?: string; readonly value?: string };
}

interface Scheme {
  readonly id: number;
  readonly name: string;
  readonly grants: readonly Grant[];
}

const ADMINISTRATORS = { type: 'projectRole', parameter: '10002', value: '10002' };
const DEVELOPERS = { type: 'projectRole', parameter: '10001', value: '10001' };
const EVERYBODY = { type: 'applicationRole' };

const list: Operation = {
  method: 'GET',
  path: '/rest/api/3/permissionscheme',
  query: ['expand'],
  run(call) {
    if (!call.state.access.usesJira(call.actor.accountId) && !call.state.access.isJiraAdmin(call.actor.accountId))
      throw notFound('You do not have permission to access Jira.');
    const expand = call.query.list('expand') ?? [];
    const schemes = schemesOf(call);
    const grants = schemes.reduce((sum, scheme) => sum + scheme.grants.length, 0);
    return ok(
      { permissionSchemes: schemes.map((scheme) => told(call, scheme, expand)) },
      1 + 2 * (expand.length > 0 ? grants : schemes.length),
    );
  },
};

/** The first group that gives a seat may edit everywhere; the last one alone sees what is confidential. */
function schemesOf({ state }: Call): Scheme[] {
  const groups = state.directory.groups().filter(({ access }) => access === 'user');
  const byId = state.switches.get('groupIdsInRoles');
  const to = (place: number, ...permissions: string[]): Grant[] => {
    const group = groups.at(place);
    if (group === undefined) return [];
    const holder = { type: 'group', parameter: group.name, ...(byId ? { value: group.id } : {}) };
    return permissions.map((permission) => ({ permission, holder }));
  };
  const shared: Grant[] = [
    { permission: 'ADMINISTER_PROJECTS', holder: ADMINISTRATORS },
    { permission: 'BROWSE_PROJECTS', holder: EVERYBODY },
    { permission: 'CREATE_ISSUES', holder: DEVELOPERS },
  ];
  return [
    { id: 0, name: 'Default Permission Scheme', grants: shared },
    { id: 10_000, name: 'Default software scheme', grants: [...shared, ...to(0, 'EDIT_ISSUES', 'ASSIGN_ISSUES')] },
    {
      id: 10_001,
      name: 'Confidential',
      grants: [shared[0] as Grant, ...to(-1, 'BROWSE_PROJECTS', 'CREATE_ISSUES')],
    },
  ];
}

/** Any expand brings the grants; `group` or `all` also the groups in them. */
function told({ state }: Call, { id, name, grants }: Scheme, expand: readonly string[]): object {
  const self = `${state.baseUrl}/rest/api/3/permissionscheme/${id}`;
  const withGroups = expand.includes('group') || expand.includes('all');
  const permissions = grants.map(({ permission, holder }, index) => {
    const group =
      withGroups && holder.type === 'group' ? state.directory.groupNamed(holder.parameter ?? '') : undefined;
    const details = group && { name: group.name, groupId: group.id, self: `${state.baseUrl}/rest/api/3/group` };
    const grantId = 10_000 + id * 10 + index;
    return {
      id: grantId,
      self: `${self}/permission/${grantId}`,
      holder: { ...holder, ...(details ? { expand: 'group', group: details } : {}) },
      permission,
    };
  });
  return {
    expand: 'permissions,user,group,projectRole,field,all',
    id,
    self,
    name,
    ...(expand.length > 0 ? { permissions } : {}),
  };
}

export const permissionSchemes: readonly Operation[] = [list];
