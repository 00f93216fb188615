import { COMMENT, HISTORY, WORKLOG } from '../data/event-table';
import type { Actor } from '../door/operation';
import { notModeled } from '../door/answer';
import type { SiteState } from '../state/site-state';
import { changelogEntry } from './changelog';
import { commentBean } from './comments';
import { eventsOf } from './events-of';
import { jiraTime } from './times';
import { whoIs } from './users';
import { worklogBean } from './worklogs';

/** Fields of an issue that the data file can answer honestly. */
const MODELED = ['created', 'updated', 'creator', 'reporter', 'project', 'comment', 'worklog', 'security'] as const;
type Field = (typeof MODELED)[number];

export interface Shown {
  readonly fields: readonly Field[];
  /** Only `id`, or `id` and `key`, were asked: Jira then allows much larger pages. */
  readonly bare: 'id' | 'key' | undefined;
  readonly changelog: boolean;
}

/** Reads `fields` and `expand`. What the site has no data for answers 501. */
export function shown(fields: readonly string[], expand: readonly string[]): Shown {
  const wanted = fields.filter((field) => field !== 'id' && field !== 'key' && field !== 'issuekey');
  const unknown = wanted.find((field) => !(MODELED as readonly string[]).includes(field));
  if (unknown !== undefined) throw notModeled(`the issue field '${unknown}'`);
  const other = expand.find((name) => name !== 'changelog');
  if (other !== undefined) throw notModeled(`expand=${other}`);
  const withKey = fields.some((field) => field === 'key' || field === 'issuekey');
  const bare = wanted.length > 0 ? undefined : withKey ? 'key' : 'id';
  return { fields: wanted as Field[], bare, changelog: expand.includes('changelog') };
}

/** Splits the comma string that `expand` is. */
export function expansions(expand: string | undefined): string[] {
  return (expand ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export interface InlineLimits {
  readonly comments: number;
  readonly worklogs: number;
  readonly changelog: number;
}

export function inlineLimits({ switches }: SiteState): InlineLimits {
  const limit = (value: number): number => (value === 0 ? Number.MAX_SAFE_INTEGER : value);
  return {
    comments: limit(switches.get('inlineComments')),
    worklogs: limit(switches.get('inlineWorklogs')),
    changelog: limit(switches.get('inlineChangelog')),
  };
}

/** One issue with the fields that were asked. */
export function issueBean(state: SiteState, actor: Actor, row: number, show: Shown, limits: InlineLimits) {
  const { table } = state.issues;
  const id = String(table.id(row));
  if (show.bare === 'id' && !show.changelog) return { id };
  const self = `${state.baseUrl}/rest/api/3/issue/${id}`;
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id,
    self,
    key: table.key(row),
    ...(show.changelog ? { changelog: inlineChangelog(state, row, limits.changelog) } : {}),
    ...(show.bare === undefined ? { fields: fieldsOf(state, row, show.fields, limits) } : {}),
  };
}

function fieldsOf(state: SiteState, row: number, fields: readonly Field[], limits: InlineLimits) {
  const answer: Record<string, unknown> = {};
  for (const field of fields) answer[field] = fieldOf(state, row, field, limits);
  return answer;
}

function fieldOf(state: SiteState, row: number, field: Field, limits: InlineLimits): unknown {
  const { table } = state.issues;
  const zone = state.data.site.timeZone;
  switch (field) {
    case 'created':
      return jiraTime(table.created(row), zone);
    case 'updated':
      return jiraTime(table.updated(row), zone);
    case 'creator':
    case 'reporter':
      return whoIs(state, table.creator(row));
    case 'project':
      return projectField(state, row);
    case 'security':
      return table.hidden(row) ? { id: '10000', name: 'Restricted', description: '' } : null;
    case 'comment':
      return inline(state, row, 'comments', limits.comments);
    case 'worklog':
      return inline(state, row, 'worklogs', limits.worklogs);
  }
}

function projectField({ baseUrl, issues: { table } }: SiteState, row: number) {
  const id = String(10_000 + table.projectIndex(row));
  const key = table.project(row);
  return { self: `${baseUrl}/rest/api/3/project/${id}`, id, key, name: key, simplified: false };
}

/** Comments or worklogs inside an issue: cut to the limit, but `total` stays honest. */
function inline(state: SiteState, row: number, list: 'comments' | 'worklogs', limit: number) {
  const all = eventsOf(state.issues.table, row, list === 'comments' ? COMMENT : WORKLOG);
  const bean = list === 'comments' ? commentBean : worklogBean;
  return {
    [list]: all.slice(0, limit).map((event) => bean(state, row, event)),
    self: `${state.baseUrl}/rest/api/3/issue/${state.issues.table.id(row)}/${list.slice(0, -1)}`,
    maxResults: Math.min(limit, all.length),
    total: all.length,
    startAt: 0,
  };
}

/** The changelog inside an issue: newest first, unlike every other way to read it. */
function inlineChangelog(state: SiteState, row: number, limit: number) {
  const all = eventsOf(state.issues.table, row, HISTORY).reverse();
  const histories = all.slice(0, limit).map((event) => changelogEntry(state, event));
  return { startAt: 0, maxResults: histories.length, total: all.length, histories };
}
