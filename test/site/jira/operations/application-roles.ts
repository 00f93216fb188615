import { notFound, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { applicationRole } from '../represent/roles';
import { requireJiraAdmin } from './require';

const requireAdmin = (call: Call): void =>
  requireJiraAdmin(call, 'Only Jira administrators can view application roles.');

const all: Operation = {
  method: 'GET',
  path: '/rest/api/3/applicationrole',
  run(call) {
    requireAdmin(call);
    const roles = call.state.directory.roles.map((role) => applicationRole(call.state, role));
    return ok(roles, 1 + 2 * roles.reduce((groups, role) => groups + role.groups.length, 0));
  },
};

const one: Operation = {
  method: 'GET',
  path: '/rest/api/3/applicationrole/{key}',
  run(call) {
    requireAdmin(call);
    const role = call.state.directory.roles.find(({ key }) => key === call.path['key']);
    if (role === undefined) throw notFound(`Application role with key '${call.path['key']}' was not found.`);
    return ok(applicationRole(call.state, role), 1 + 2 * role.groups.length);
  },
};

export const applicationRoles: readonly Operation[] = [all, one];
