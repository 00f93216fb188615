import type { GroupRecord } from '../data/records';
import { badRequest, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';
import { requireBrowseUsers } from './require';

const MAX_GROUPS = 1000;

const bulk: Operation = {
  method: 'GET',
  path: '/rest/api/3/group/bulk',
  query: ['startAt', 'maxResults', 'groupId', 'groupName', 'accessType', 'applicationKey'],
  run(call) {
    requireBrowseUsers(call, 'Browse users and groups permission is required to view groups.');
    const ids = call.query.texts('groupId');
    const names = call.query.texts('groupName');
    const wanted = withAccess(call).filter(
      ({ id, name }) => (ids.length === 0 && names.length === 0) || ids.includes(id) || names.includes(name),
    );
    const request = pageRequest(call, 50, MAX_GROUPS);
    const { body, values } = page(call, 'group/bulk', wanted, request, ({ id, name }) => ({ name, groupId: id }));
    return ok(body, 1 + 2 * values.length);
  },
};

/** `applicationKey` alone is ignored, and `accessType=user` needs it: so measured on a live site. */
function withAccess({ query, state }: Call): GroupRecord[] {
  const groups = state.directory.groups();
  const [type, key] = [query.text('accessType'), query.text('applicationKey')];
  if (type === undefined) return groups;
  if (type === 'site-admin') return groups.filter(({ access }) => access === 'site-admin');
  if (type === 'admin') return groups.filter(({ access }) => access === 'admin' || access === 'site-admin');
  if (type !== 'user')
    throw badRequest(`The accessType '${type}' is not valid. Valid values: site-admin, admin, user.`);
  const role = state.directory.roles.find((candidate) => candidate.key === key);
  if (role === undefined) throw badRequest('A valid applicationKey is required with the accessType user.');
  return groups.filter(({ id }) => role.groups.includes(id));
}

/** Jira's `jira.ajax.autocomplete.limit`. */
const PICKER_LIMIT = 20;

const picker: Operation = {
  method: 'GET',
  path: '/rest/api/3/groups/picker',
  query: ['query', 'excludeId', 'maxResults', 'caseInsensitive'],
  run({ query, state, actor }) {
    const text = query.text('query') ?? '';
    const fold = (value: string): string => (query.flag('caseInsensitive', false) ? value.toLowerCase() : value);
    const excluded = query.texts('excludeId');
    const browses = state.access.browsesUsers(actor.accountId);
    const found = state.directory
      .groups()
      .filter(({ id, name }) => !excluded.includes(id) && (browses ? fold(name).includes(fold(text)) : name === text));
    const groups = found.slice(0, Math.min(query.whole('maxResults', PICKER_LIMIT), PICKER_LIMIT)).map((group) => ({
      name: group.name,
      html: text === '' ? group.name : group.name.replaceAll(text, `<b>${text}</b>`),
      labels: [],
      groupId: group.id,
    }));
    const header = `Showing ${groups.length} of ${found.length} matching groups`;
    return ok({ header, total: found.length, groups }, 1 + 2 * groups.length);
  },
};

export const groups: readonly Operation[] = [bulk, picker];
