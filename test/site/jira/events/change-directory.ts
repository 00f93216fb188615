import { z } from 'zod';
import { RecordError, type ProductEvent } from '../../core/parts';
import { parseRecord } from '../data/parse-record';
import type { UserRecord } from '../data/records';
import { ADDONS_GROUP, APP_ACCOUNT_ID } from '../state/app-user';
import { RolePlace } from '../state/project-roles';
import type { SiteState } from '../state/site-state';
import { userDetails } from '../represent/users';
import { productEvent } from './payload';

type Input = Readonly<Record<string, unknown>>;

/** Adds a person or changes one: fields that are given replace. Joining and leaving groups is audited. */
export function changeUser(state: SiteState, input: Input): ProductEvent[] {
  const { directory } = state;
  const accountId = typeof input['accountId'] === 'string' ? input['accountId'] : '';
  if (accountId === APP_ACCOUNT_ID) throw new RecordError("user field accountId: the app's own user cannot be changed");
  const before = directory.user(accountId);
  const user = parseRecord('user', { kind: 'user', ...before, ...input });
  for (const id of [...user.groups, ...(user.leftGroups ?? [])])
    if (directory.group(id) === undefined) throw new RecordError(`user field groups: there is no group ${id}`);
  directory.putUser({ ...user, groups: before?.groups ?? [] });
  moveGroups(state, before, user);
  const eventType = before === undefined ? 'avi:jira:created:user' : 'avi:jira:updated:user';
  return [productEvent({ eventType, at: state.now(), by: accountId, details: { user: userDetails(state, user) } })];
}

function moveGroups(state: SiteState, before: UserRecord | undefined, user: UserRecord): void {
  const [was, is] = [new Set(before?.groups ?? []), new Set(user.groups)];
  const moves = [
    ...[...is].filter((id) => !was.has(id)).map((groupId) => ({ groupId, joined: true })),
    ...[...was].filter((id) => !is.has(id)).map((groupId) => ({ groupId, joined: false })),
  ];
  for (const { groupId, joined } of moves) {
    state.directory.changeMembership({ at: state.now(), accountId: user.accountId, groupId, joined });
    state.audit.append({
      created: new Date(state.now()).toISOString(),
      author: null,
      category: 'group management',
      summary: joined ? 'User added to group' : 'User removed from group',
      object: { type: 'USER', id: user.accountId, name: user.accountId },
      group: groupId,
    });
  }
}

/** Adds a group or changes one; `projectRoles` says where it acts. Jira tells apps nothing about groups. */
export function changeGroup(state: SiteState, { projectRoles, ...input }: Input): ProductEvent[] {
  const { directory } = state;
  const id = typeof input['id'] === 'string' ? input['id'] : '';
  if (id === ADDONS_GROUP.id) throw new RecordError("group field id: the apps' own group cannot be changed");
  const group = parseRecord('group', { kind: 'group', ...directory.group(id), ...input });
  const namesake = directory.groupNamed(group.name);
  if (namesake !== undefined && namesake.id !== group.id)
    throw new RecordError(`group field name: ${group.name} is used twice`);
  const places = rolePlaces(projectRoles);
  if (places !== undefined) state.projectRoles.put(id, places);
  directory.putGroup(group);
  return [];
}

function rolePlaces(value: unknown): RolePlace[] | undefined {
  if (value === undefined) return undefined;
  const places = z.array(RolePlace).safeParse(value);
  if (!places.success) throw new RecordError('group field projectRoles: must be a list of {project, role}');
  return places.data;
}
