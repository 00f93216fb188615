import { badRequest, ok } from '../door/answer';
import type { Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';
import { requireJiraAdmin } from './require';

/** The local site has no components, filters and dashboards: their lists are empty, which is the truth about it. */
const empty = (name: string, query: readonly string[], most: number): Operation => ({
  method: 'GET',
  path: `/rest/api/3/${name}`,
  query: ['startAt', 'maxResults', ...query],
  run: (call) => ok(page(call, name, [], pageRequest(call, 50, most), () => undefined).body, 1),
});

const components: Operation = {
  ...empty('component', ['projectIdsOrKeys'], 100),
  run(call) {
    const projects = call.query.list('projectIdsOrKeys') ?? [];
    if (projects.length === 0) throw badRequest("The 'projectIdsOrKeys' query parameter is required.");
    return ok(page(call, 'component', [], pageRequest(call, 50, 100), () => undefined).body, 1);
  },
};

const securitySchemes: Operation = {
  method: 'GET',
  path: '/rest/api/3/issuesecurityschemes',
  run(call) {
    requireJiraAdmin(call, 'Only Jira administrators can view issue security schemes.');
    const { state } = call;
    const { table } = state.issues;
    let restricted = false;
    for (let row = 0; row < table.rows && !restricted; row += 1) restricted = table.hidden(row);
    const self = `${state.baseUrl}/rest/api/3/issuesecurityschemes/10000`;
    const scheme = { self, id: 10_000, name: 'Restricted issues', description: '' };
    return ok({ issueSecuritySchemes: restricted ? [scheme] : [] }, 1);
  },
};

export const absentThings: readonly Operation[] = [
  components,
  empty('filter/search', ['accountId', 'groupId', 'filterName'], 100),
  empty('dashboard/search', ['accountId', 'groupId', 'dashboardName'], 100),
  securitySchemes,
];
