import { z } from 'zod';
import { COMMENT } from '../data/event-table';
import { badRequest, ok } from '../door/answer';
import { readBody } from '../door/body';
import type { Operation } from '../door/operation';
import { commentBean } from '../represent/comments';

const MAX_IDS = 1000;

/** Comments by id: of use only to who learned the ids elsewhere. */
const list: Operation = {
  method: 'POST',
  path: '/rest/api/3/comment/list',
  run({ state, actor, body }) {
    const { ids } = readBody(body, { ids: z.array(z.number().int()) });
    if (ids.length === 0 || ids.length > MAX_IDS)
      throw badRequest(`Between 1 and ${MAX_IDS} comment IDs must be given.`);
    const wanted = new Set(ids);
    const { issues, visibility } = state;
    const { table } = issues;
    const sees = visibility.forAccount(actor.accountId);
    const values: unknown[] = [];
    for (let row = 0; row < table.rows; row += 1)
      for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1)
        if (table.events.kind(event) === COMMENT && wanted.has(table.events.apiId(event)))
          if (issues.isCurrent(row) && sees(row)) values.push(commentBean(state, row, event));
    const total = state.switches.get('pagesWithTotal') ? { total: values.length } : {};
    return ok({ startAt: 0, maxResults: MAX_IDS, ...total, isLast: true, values }, 1 + values.length);
  },
};

export const commentList: readonly Operation[] = [list];
