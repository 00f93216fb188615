import type { UserRecord } from '../data/records';
import { badRequest, notModeled, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';
import { groupName } from '../represent/groups';
import { expansions } from '../represent/issues';
import { applicationRole } from '../represent/roles';
import { userBean } from '../represent/users';
import { requireBrowseUsers, requiredUser } from './require';

const NO_BROWSE = 'You are not allowed to browse users and groups.';

const allUsers = (path: string): Operation => ({
  method: 'GET',
  path,
  query: ['startAt', 'maxResults'],
  run(call) {
    requireBrowseUsers(call, NO_BROWSE);
    const { startAt, maxResults } = pageRequest(call, 50, 1000);
    const users = call.state.directory.users().slice(startAt, startAt + maxResults);
    return ok(
      users.map((user) => userBean(call.state, user)),
      1 + 2 * users.length,
    );
  },
});

const user: Operation = {
  method: 'GET',
  path: '/rest/api/3/user',
  query: ['accountId', 'expand'],
  run(call) {
    requireBrowseUsers(call, NO_BROWSE);
    const accountId = call.query.required('accountId', "The 'accountId' query parameter needs to be provided");
    return expanded(call, requiredUser(call, accountId));
  },
};

const myself: Operation = {
  method: 'GET',
  path: '/rest/api/3/myself',
  query: ['expand'],
  run: (call) => expanded(call, requiredUser(call, call.actor.accountId)),
};

/** A person with `groups` and `applicationRoles` where asked. */
function expanded(call: Call, person: UserRecord) {
  const { state, query } = call;
  const asked = expansions(query.text('expand'));
  const unknown = asked.find((name) => name !== 'groups' && name !== 'applicationRoles');
  if (unknown !== undefined) throw notModeled(`expand=${unknown}`);
  const groups = state.directory.groupsOf(person.accountId, state.membershipsAsOf());
  const ids = new Set(groups.map(({ id }) => id));
  const roles = state.directory.roles.filter((role) => role.groups.some((id) => ids.has(id)));
  const groupItems = asked.includes('groups') ? groups.map((group) => groupName(state, group)) : [];
  const roleItems = asked.includes('applicationRoles') ? roles.map((role) => applicationRole(state, role)) : [];
  const body = {
    ...userBean(state, person),
    groups: { size: groups.length, items: groupItems },
    applicationRoles: { size: roles.length, items: roleItems },
    expand: 'groups,applicationRoles',
  };
  return ok(body, 3 + 2 * (groupItems.length + roleItems.length));
}

const bulk: Operation = {
  method: 'GET',
  path: '/rest/api/3/user/bulk',
  query: ['startAt', 'maxResults', 'accountId'],
  run(call) {
    const ids = call.query.texts('accountId');
    if (ids.length === 0) throw badRequest("The 'accountId' query parameter needs to be provided");
    const found = [...new Set(ids)].flatMap((id) => call.state.directory.user(id) ?? []);
    const request = pageRequest(call, 10, 100);
    const { body, values } = page(call, 'user/bulk', found, request, (person) => userBean(call.state, person));
    return ok(body, 1 + 2 * values.length);
  },
};

const userGroups: Operation = {
  method: 'GET',
  path: '/rest/api/3/user/groups',
  query: ['accountId'],
  run(call) {
    requireBrowseUsers(call, NO_BROWSE);
    const accountId = call.query.required('accountId', "The 'accountId' query parameter needs to be provided");
    const person = requiredUser(call, accountId);
    const groups = call.state.directory.groupsOf(person.accountId, call.state.membershipsAsOf());
    return ok(
      groups.map((group) => groupName(call.state, group)),
      1 + 2 * groups.length,
    );
  },
};

export const users: readonly Operation[] = [
  allUsers('/rest/api/3/users/search'),
  allUsers('/rest/api/3/users'),
  user,
  myself,
  bulk,
  userGroups,
];
