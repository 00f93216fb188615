import { z } from 'zod';
import { badRequest, ok } from '../door/answer';
import { readBody } from '../door/body';
import type { Call, Operation } from '../door/operation';
import { worklogBean } from '../represent/worklogs';

const PAGE = 1000;
const MINUTE = 60_000;

const updated: Operation = {
  method: 'GET',
  path: '/rest/api/3/worklog/updated',
  query: ['since'],
  run(call) {
    const { state, query } = call;
    const since = query.whole('since', 0);
    const { events } = state.issues.table;
    const until = state.now() - MINUTE; // the last minute is never part of the answer
    const found = state.worklogs.changedBetween(since, until, PAGE + 1, mayShow(call));
    const values = found.slice(0, PAGE);
    const last = values.at(-1);
    const upTo = last === undefined ? until : events.updated(last.event);
    const lastPage = found.length <= PAGE;
    const address = (from: number): string => `${state.baseUrl}/rest/api/3/worklog/updated?since=${from}`;
    const body = {
      values: values.map(({ event }) => ({
        worklogId: events.apiId(event),
        updatedTime: events.updated(event),
        properties: [],
      })),
      since,
      until: upTo,
      self: address(since),
      ...(lastPage ? {} : { nextPage: address(upTo) }),
      lastPage,
    };
    return ok(body, 1 + values.length);
  },
};

const list: Operation = {
  method: 'POST',
  path: '/rest/api/3/worklog/list',
  run(call) {
    const { ids } = readBody(call.body, { ids: z.array(z.number().int()) });
    if (ids.length === 0 || ids.length > PAGE) throw badRequest(`Between 1 and ${PAGE} worklog IDs must be given.`);
    const wanted = new Set(ids);
    const { events } = call.state.issues.table;
    const found = call.state.worklogs.all(mayShow(call)).filter(({ event }) => wanted.has(events.apiId(event)));
    return ok(
      found.map(({ row, event }) => worklogBean(call.state, row, event)),
      1 + found.length,
    );
  },
};

function mayShow({ state, actor }: Call): (row: number) => boolean {
  const sees = state.visibility.forAccount(actor.accountId);
  return (row) => state.issues.isCurrent(row) && sees(row);
}

export const worklogs: readonly Operation[] = [updated, list];
