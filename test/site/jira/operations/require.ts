import { badRequest, forbidden, notFound, Refusal } from '../door/answer';
import type { Call } from '../door/operation';
import type { GroupRecord, UserRecord } from '../data/records';

/** Refuses everybody who does not administer Jira. */
export function requireJiraAdmin({ state, actor }: Call, message: string): void {
  if (!state.access.isJiraAdmin(actor.accountId)) throw forbidden(message);
}

/** Refuses everybody who may not browse users and groups. */
export function requireBrowseUsers({ state, actor }: Call, message: string): void {
  if (!state.access.browsesUsers(actor.accountId)) throw forbidden(message);
}

/** The group named by `groupId` or `groupname`, exactly one of which must be there. */
export function requiredGroup({ state, query }: Call): GroupRecord {
  const [id, name] = [query.text('groupId'), query.text('groupname')];
  if (id !== undefined && name !== undefined)
    throw badRequest("Cannot use 'groupName' parameter together with 'groupId' parameter");
  if (id === undefined && name === undefined) throw badRequest("'groupName' or 'groupId' parameter must be specified.");
  const group = id === undefined ? state.directory.groupNamed(name ?? '') : state.directory.group(id);
  if (group !== undefined) return group;
  throw notFound(
    id === undefined ? `The group with name '${name}' does not exist.` : `Group with id '${id}' does not exist.`,
  );
}

/** The account a call is about. */
export function requiredUser({ state }: Call, accountId: string): UserRecord {
  const user = state.directory.user(accountId);
  if (user === undefined) throw notFound('Specified user does not exist or you do not have required permissions');
  return user;
}

/** The newest row of an issue the caller may see; anything else is as if it were not there. */
export function requiredIssue({ state, actor, path }: Call): number {
  const row = state.issues.find(path['issueIdOrKey'] ?? '');
  if (row !== undefined && state.visibility.forAccount(actor.accountId)(row)) return row;
  throw new Refusal(404, {
    errorMessages: ['Issue does not exist or you do not have permission to see it.'],
    errors: {},
  });
}
