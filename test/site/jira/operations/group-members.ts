import type { UserRecord } from '../data/records';
import { badRequest, ok } from '../door/answer';
import type { Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';
import { userDetails } from '../represent/users';
import { requireBrowseUsers, requiredGroup } from './require';

const MAX_MEMBERS = 50;

const member: Operation = {
  method: 'GET',
  path: '/rest/api/3/group/member',
  query: ['groupname', 'groupId', 'includeInactiveUsers', 'startAt', 'maxResults'],
  run(call) {
    requireBrowseUsers(call, 'You are not allowed to view the members of this group.');
    const group = requiredGroup(call);
    const tooMany = call.query.whole('maxResults', MAX_MEMBERS) > MAX_MEMBERS;
    if (tooMany && call.state.switches.get('memberPageOverMax') === 'reject')
      throw badRequest(`The maxResults parameter must be between 1 and ${MAX_MEMBERS}.`);
    const { state, query } = call;
    const inactiveToo = query.flag('includeInactiveUsers', false);
    const members = state.directory.accountsIn(group.id, state.membershipsAsOf(), inactiveToo);
    const request = pageRequest(call, MAX_MEMBERS, MAX_MEMBERS);
    const show = (user: UserRecord) => userDetails(call.state, user);
    const { body, values } = page(call, 'group/member', members, request, show);
    return ok(body, 1 + 2 * values.length);
  },
};

export const groupMembers: readonly Operation[] = [member];
