import { z } from 'zod';
import { ok, Refusal, type Answer } from '../door/answer';
import { readBody } from '../door/body';
import type { Call, Operation } from '../door/operation';
import { pageSize } from '../door/paging';
import { matcher, searchIssues } from '../jql/search';
import { unbounded } from '../jql/parse';
import { expansions, inlineLimits, issueBean, shown } from '../represent/issues';
import { SearchPages } from './search-pages';

/** Only ids and keys come in pages this large … */
const MAX_BARE = 5000;
/** … with any other field, pages are this small whatever was asked. */
const MAX_WITH_FIELDS = 100;

interface Asked {
  readonly jql: string | undefined;
  readonly nextPageToken: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: string | undefined;
}

/** Searches of one site; they share the results kept for paging. */
export function search(): readonly Operation[] {
  const pages = new SearchPages();
  const run = (call: Call, asked: Asked): Answer => searchPage(call, asked, pages);
  return [
    { method: 'POST', path: '/rest/api/3/search/jql', run: (call) => run(call, fromBody(call)) },
    {
      method: 'GET',
      path: '/rest/api/3/search/jql',
      query: ['jql', 'nextPageToken', 'maxResults', 'fields', 'expand'],
      run: (call) => run(call, fromQuery(call)),
    },
    approximateCount,
    match,
  ];
}

function fromBody({ body }: Call): Asked {
  const read = readBody(body, {
    jql: z.string().optional(),
    nextPageToken: z.string().nullish(),
    maxResults: z.number().int().optional(),
    fields: z.array(z.string()).optional(),
    expand: z.string().optional(),
  });
  const { jql, nextPageToken, maxResults = 50, fields = ['id'], expand } = read;
  return { jql, nextPageToken: nextPageToken ?? undefined, maxResults, fields, expand };
}

function fromQuery({ query }: Call): Asked {
  return {
    jql: query.text('jql'),
    nextPageToken: query.text('nextPageToken'),
    maxResults: query.whole('maxResults', 50),
    fields: query.list('fields') ?? ['id'],
    expand: query.text('expand'),
  };
}

function searchPage({ state, actor }: Call, asked: Asked, pages: SearchPages): Answer {
  if (asked.jql === undefined || asked.jql.trim() === '') throw unbounded();
  const show = shown(asked.fields.length === 0 ? ['id'] : asked.fields, expansions(asked.expand));
  const most = show.bare !== undefined && !show.changelog ? MAX_BARE : MAX_WITH_FIELDS;
  const size = pageSize(asked.maxResults, most);
  const { rows, warnings, isLast, nextPageToken } = pages.page(state, actor, asked.jql, size, asked.nextPageToken);
  const limits = inlineLimits(state);
  const body = {
    issues: Array.from(rows, (row) => issueBean(state, actor, row, show, limits)),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
    isLast,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
  return ok(body, 1 + rows.length);
}

const approximateCount: Operation = {
  method: 'POST',
  path: '/rest/api/3/search/approximate-count',
  run({ state, actor, body }) {
    const { jql } = readBody(body, { jql: z.string().optional() });
    if (jql === undefined || jql.trim() === '') throw unbounded();
    return ok({ count: searchIssues(state, actor, jql).rows.length }, 1);
  },
};

const match: Operation = {
  method: 'POST',
  path: '/rest/api/3/jql/match',
  run({ state, actor, body }) {
    const shape = { issueIds: z.array(z.number().int()), jqls: z.array(z.string()) };
    const { issueIds, jqls } = readBody(body, shape);
    const matches = jqls.map((jql) => {
      const test = matcherOrError(() => matcher(state, actor, jql));
      if (typeof test === 'string') return { matchedIssues: [], errors: [test] };
      const matchedIssues = issueIds.filter((id) => {
        const row = state.issues.rowOfId(id);
        return row !== undefined && test(row);
      });
      return { matchedIssues, errors: [] };
    });
    return ok({ matches }, 1);
  },
};

function matcherOrError(make: () => (row: number) => boolean): ((row: number) => boolean) | string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    return (error.body as { errorMessages?: string[] }).errorMessages?.[0] ?? 'Invalid JQL';
  }
}
