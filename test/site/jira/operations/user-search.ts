import type { UserRecord } from '../data/records';
import { badRequest, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { pageRequest } from '../door/paging';
import { userBean } from '../represent/users';
import { permission } from './permissions';
import { requireJiraAdmin } from './require';

/** Jira looks no further than this many people, so a search never enumerates a site. */
const CONSIDERED = 1000;

const search: Operation = {
  method: 'GET',
  path: '/rest/api/3/user/search',
  query: ['query', 'accountId', 'startAt', 'maxResults'],
  run(call) {
    const { query } = call;
    if (!query.has('query') && !query.has('accountId'))
      throw badRequest("Either the 'query', 'property' or 'accountId' query parameter must be specified.");
    if (query.has('query') && query.has('accountId'))
      throw badRequest("The 'query' and 'accountId' query parameters cannot be used together.");
    const sees = call.state.access.browsesUsers(call.actor.accountId);
    const found = sees ? activeUsers(call).filter(wanted(call)).slice(0, CONSIDERED) : [];
    const { startAt, maxResults } = pageRequest(call, 50, 1000);
    return ok(
      found.slice(startAt, startAt + maxResults).map((user) => userBean(call.state, user)),
      1,
    );
  },
};

const byPermission: Operation = {
  method: 'GET',
  path: '/rest/api/3/user/permission/search',
  query: ['permissions', 'query', 'accountId', 'startAt', 'maxResults'],
  run(call) {
    requireJiraAdmin(call, 'You are not allowed to search for users by permission.');
    const wantedPermissions = (call.query.list('permissions') ?? []).map((key) => permission(key));
    if (wantedPermissions.length === 0) throw badRequest("The 'permissions' query parameter is required.");
    const found = activeUsers(call)
      .slice(0, CONSIDERED)
      .filter(wanted(call))
      .filter(({ accountId }) => wantedPermissions.every(({ holds }) => holds(call, accountId)));
    const { startAt, maxResults } = pageRequest(call, 50, 1000);
    const some = found.slice(startAt, startAt + maxResults);
    return ok(
      some.map((user) => userBean(call.state, user)),
      1 + 2 * some.length,
    );
  },
};

const activeUsers = ({ state }: Call): UserRecord[] => state.directory.users().filter(({ active }) => active);

/** By account id, or by the beginning of a word of the name or of the e-mail address. */
function wanted({ query }: Call): (user: UserRecord) => boolean {
  const accountId = query.text('accountId');
  if (accountId !== undefined) return (user) => user.accountId === accountId;
  const text = (query.text('query') ?? '').toLowerCase();
  return ({ displayName, email }) => {
    const name = displayName.toLowerCase();
    return name.startsWith(text) || name.includes(` ${text}`) || (email?.toLowerCase().startsWith(text) ?? false);
  };
}

export const userSearch: readonly Operation[] = [search, byPermission];
