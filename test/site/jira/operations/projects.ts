import { badRequest, notModeled, ok } from '../door/answer';
import type { Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';

/** Projects are known by their keys only: the data file has nothing else about them. */
const search: Operation = {
  method: 'GET',
  path: '/rest/api/3/project/search',
  query: ['startAt', 'maxResults', 'orderBy', 'id', 'keys', 'query'],
  run(call) {
    const { state, query, actor } = call;
    const order = query.text('orderBy') ?? 'key';
    if (!['key', '+key', '-key', 'name', '+name', '-name'].includes(order)) {
      if (/^[+-]?(category|issueCount|lastIssueUpdatedTime|owner|archivedDate|deletedDate)$/.test(order))
        throw notModeled(`orderBy=${order}`);
      throw badRequest(`Cannot order projects by '${order}'.`);
    }
    const [ids, keys, text] = [query.list('id'), query.list('keys'), query.text('query')?.toLowerCase() ?? ''];
    const sees = state.visibility.ofProjects(actor.accountId);
    const found = state.issues.table.projects
      .all()
      .map((key, index) => ({ key, index, id: String(10_000 + index) }))
      .filter(({ index }) => sees(index))
      .filter(({ key, id }) => (ids?.includes(id) ?? true) && (keys?.includes(key) ?? true))
      .filter(({ key }) => key.toLowerCase().includes(text))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (order.startsWith('-')) found.reverse();
    const { body, values } = page(call, 'project/search', found, pageRequest(call, 50, 100), ({ key, id }) => ({
      self: `${state.baseUrl}/rest/api/3/project/${id}`,
      id,
      key,
      name: key,
      isPrivate: false,
    }));
    return ok(body, 1 + values.length);
  },
};

export const projects: readonly Operation[] = [search];
