import { badRequest } from './answer';
import type { Call } from './operation';

export interface PageRequest {
  readonly startAt: number;
  readonly maxResults: number;
}

/** Reads startAt and maxResults; a maxResults above the operation's maximum is silently lowered, as Jira does. */
export function pageRequest({ query }: Call, preset: number, maximum: number): PageRequest {
  const startAt = query.whole('startAt', 0);
  const maxResults = query.whole('maxResults', preset);
  if (startAt < 0) throw badRequest('The startAt parameter must not be negative.');
  if (maxResults < 0) throw badRequest('The maxResults parameter must not be negative.');
  return { startAt, maxResults: Math.min(maxResults, maximum) };
}

/** A page with startAt, maxResults, total, isLast, values and the addresses of this and the next page. */
export function page<Item, Value>(
  call: Call,
  path: string,
  items: readonly Item[],
  { startAt, maxResults }: PageRequest,
  present: (item: Item) => Value,
): { values: Value[]; body: Record<string, unknown> } {
  const values = items.slice(startAt, startAt + maxResults).map(present);
  const next = startAt + values.length;
  const isLast = next >= items.length;
  const address = (at: number): string => {
    const params = new URLSearchParams(call.query.toString());
    params.set('startAt', String(at));
    params.set('maxResults', String(maxResults));
    return `${call.state.baseUrl}/rest/api/3/${path}?${params.toString()}`;
  };
  const body = {
    self: address(startAt),
    ...(isLast || maxResults === 0 ? {} : { nextPage: address(next) }),
    maxResults,
    startAt,
    ...(call.state.switches.get('pagesWithTotal') ? { total: items.length } : {}),
    isLast,
    values,
  };
  return { values, body };
}

/** A maxResults of a request body: too small is an error, too large is lowered. */
export function pageSize(asked: number, most: number): number {
  if (asked < 1) throw badRequest("The value of 'maxResults' must be at least 1.");
  return Math.min(asked, most);
}
