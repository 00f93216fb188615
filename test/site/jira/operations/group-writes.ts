import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GroupRecord, UserRecord } from '../data/records';
import { badRequest, forbidden, notFound, notModeled, ok, Refusal } from '../door/answer';
import { readBody } from '../door/body';
import type { Call, Operation } from '../door/operation';
import { groupName } from '../represent/groups';
import { takesSeat } from '../state/seats';
import { requiredGroup } from './require';

/** What Jira passes on from the user management service when the caller is no site administrator. */
const NOT_SITE_ADMIN =
  'An error occurred: com.atlassian.idp.client.exceptions.AuthorizationException: ' +
  '{"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}';

const add: Operation = {
  method: 'POST',
  path: '/rest/api/3/group/user',
  query: ['groupname', 'groupId'],
  run(call) {
    const { accountId } = readBody(call.body, { accountId: z.string().max(128).optional() });
    const { group, user } = target(call, accountId);
    if (call.state.directory.isMember(user.accountId, group.id))
      throw badRequest("Cannot add user. User is already a member of '{1}'");
    requireSeat(call, group, user);
    record(call, group, user, true);
    return { ...ok({ ...groupName(call.state, group), expand: 'users' }, 1), status: 201 };
  },
};

const remove: Operation = {
  method: 'DELETE',
  path: '/rest/api/3/group/user',
  query: ['groupname', 'groupId', 'accountId'],
  run(call) {
    const { group, user } = target(call, call.query.text('accountId'));
    if (!call.state.directory.isMember(user.accountId, group.id)) return ofNonMember(call, group, user);
    if (group.access === 'site-admin' && siteAdmins(call) <= 1)
      throw notModeled('removing the last site administrator');
    record(call, group, user, false);
    return ok(undefined, 1);
  },
};

/** The checks both writes share, in Jira's order: input, permission, existence, ownership of the group. */
function target(call: Call, accountId: string | undefined): { group: GroupRecord; user: UserRecord } {
  if (accountId === undefined || accountId === '') throw badRequest("The 'accountId' must be specified.");
  if (!call.query.has('groupId') && !call.query.has('groupname')) requiredGroup(call);
  requireSiteAdmin(call);
  const group = requiredGroup(call);
  const user = call.state.directory.user(accountId);
  if (user === undefined) throw notFound(`The user with account ID '${accountId}' does not exist.`);
  if (group.managed === 'idp') {
    const message = 'Group is managed externally and its membership cannot be changed here.';
    throw new Refusal(call.state.switches.get('idpGroupError'), { errorMessages: [message], errors: {} });
  }
  return { group, user };
}

/** Site administration; an app's own user never has it, an impersonated administrator where the site allows it. */
function requireSiteAdmin({ state, actor }: Call): void {
  const allowed = !actor.impersonated || state.switches.get('groupWriteAs') === 'user-and-impersonated';
  if (!allowed || !state.access.isSiteAdmin(actor.accountId)) throw forbidden(NOT_SITE_ADMIN);
}

/** Refuses a person who would take a seat that is not there. */
function requireSeat({ state }: Call, group: GroupRecord, user: UserRecord): void {
  if (!takesSeat(user)) return;
  for (const role of state.directory.roles) {
    if (role.seats === null || !role.groups.includes(group.id)) continue;
    const seated = role.groups.some((id) => state.directory.isMember(user.accountId, id));
    if (seated || state.seats.used(role, state.now()) < role.seats) continue;
    const site = `ari:cloud:${role.key}::site/${state.data.site.cloudId}`;
    throw badRequest(
      `An error occurred: com.atlassian.idp.client.exceptions.LicenceExceededException: Licence exceeded for: ${site}`,
    );
  }
}

function ofNonMember({ state }: Call, group: GroupRecord, user: UserRecord) {
  const message = `Cannot remove user '${user.accountId}' from group '${group.name}' since user is not a member of it.`;
  const status = state.switches.get('removeNonMember');
  if (status === 200) return ok(undefined, 1);
  throw new Refusal(status, { errorMessages: [message], errors: {} });
}

function record({ state, actor }: Call, group: GroupRecord, user: UserRecord, joined: boolean): void {
  const at = state.now();
  state.directory.changeMembership({ at, accountId: user.accountId, groupId: group.id, joined });
  state.audit.append({
    created: new Date(at).toISOString(),
    author: actor.accountId,
    category: 'group management',
    summary: joined ? 'User added to group' : 'User removed from group',
    object: { type: 'USER', id: user.accountId, name: user.accountId },
    group: group.id,
  });
}

function siteAdmins({ state: { directory, access } }: Call): number {
  return directory.users().filter((user) => takesSeat(user) && access.isSiteAdmin(user.accountId)).length;
}

const create: Operation = {
  method: 'POST',
  path: '/rest/api/3/group',
  run(call) {
    const { name } = readBody(call.body, { name: z.string().max(255).optional() });
    if (name === undefined || name.trim() === '') throw badRequest('The group name must be specified.');
    requireSiteAdmin(call);
    const { directory } = call.state;
    if (directory.groupNamed(name) !== undefined) throw badRequest(`A group with the name '${name}' exists already.`);
    const group: GroupRecord = { kind: 'group', id: newGroupId(name), name, managed: 'local', access: 'none' };
    directory.putGroup(group);
    recordGroup(call, group, 'Group created');
    return { ...ok({ ...groupName(call.state, group), expand: 'users' }, 1), status: 201 };
  },
};

function newGroupId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

function recordGroup({ state, actor }: Call, group: GroupRecord, summary: string): void {
  state.audit.append({
    created: new Date(state.now()).toISOString(),
    author: actor.accountId,
    category: 'group management',
    summary,
    object: { type: 'GROUP', id: group.id, name: group.name },
  });
}

export const groupWrites: readonly Operation[] = [add, remove, create];
