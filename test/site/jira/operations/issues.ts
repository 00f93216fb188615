import { COMMENT, HISTORY } from '../data/event-table';
import { badRequest, ok } from '../door/answer';
import type { Operation } from '../door/operation';
import { page, pageRequest } from '../door/paging';
import { changelogEntry } from '../represent/changelog';
import { commentBean } from '../represent/comments';
import { eventsOf } from '../represent/events-of';
import { expansions, inlineLimits, issueBean, shown } from '../represent/issues';
import { requiredIssue } from './require';

const PAGE = 100;

const issue: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  query: ['fields', 'expand'],
  run(call) {
    const row = requiredIssue(call);
    const fields = call.query.list('fields') ?? ['*all'];
    const show = shown(fields, expansions(call.query.text('expand')));
    const limits = { ...inlineLimits(call.state), comments: Number.MAX_SAFE_INTEGER };
    // Unlike a search, reading one issue always names it fully.
    const named = show.bare === 'id' ? { ...show, bare: 'key' as const } : show;
    return ok(issueBean(call.state, call.actor, row, named, limits), 2);
  },
};

const changelog: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
  query: ['startAt', 'maxResults'],
  run(call) {
    const row = requiredIssue(call);
    const changes = eventsOf(call.state.issues.table, row, HISTORY);
    const path = `issue/${call.path['issueIdOrKey']}/changelog`;
    const show = (event: number) => changelogEntry(call.state, event);
    const { body, values } = page(call, path, changes, pageRequest(call, PAGE, PAGE), show);
    return ok(body, 1 + values.length);
  },
};

const comments: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/comment',
  query: ['startAt', 'maxResults', 'orderBy'],
  run(call) {
    const row = requiredIssue(call);
    const order = call.query.text('orderBy') ?? 'created';
    if (!['created', '-created', '+created', ' created'].includes(order))
      throw badRequest(`Cannot order comments by '${order}': only created is supported.`);
    const all = eventsOf(call.state.issues.table, row, COMMENT);
    if (order === '-created') all.reverse();
    const { startAt, maxResults } = pageRequest(call, PAGE, PAGE);
    const some = all.slice(startAt, startAt + maxResults).map((event) => commentBean(call.state, row, event));
    const total = call.state.switches.get('pagesWithTotal') ? { total: all.length } : {};
    return ok({ startAt, maxResults, ...total, comments: some }, 2);
  },
};

export const issues: readonly Operation[] = [issue, changelog, comments];
