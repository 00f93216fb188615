import { z } from 'zod';
import { HISTORY } from '../data/event-table';
import { badRequest, notModeled, ok } from '../door/answer';
import { readBody } from '../door/body';
import type { Operation } from '../door/operation';
import { pageSize } from '../door/paging';
import { changelogEntry } from '../represent/changelog';
import { eventsOf } from '../represent/events-of';

const MAX_ISSUES = 1000;
const MAX_HISTORIES = 10_000;

/** Whole histories of many issues, oldest first; a page counts histories, not issues. */
const bulkfetch: Operation = {
  method: 'POST',
  path: '/rest/api/3/changelog/bulkfetch',
  run({ state, actor, body }) {
    const asked = readBody(body, {
      issueIdsOrKeys: z.array(z.string()),
      fieldIds: z.array(z.string()).optional(),
      maxResults: z.number().int().optional(),
      nextPageToken: z.string().nullish(),
    });
    if ((asked.fieldIds ?? []).length > 0)
      throw notModeled('fieldIds: the data file does not say which fields changed');
    if (asked.issueIdsOrKeys.length === 0 || asked.issueIdsOrKeys.length > MAX_ISSUES)
      throw badRequest(`Between 1 and ${MAX_ISSUES} issue IDs or keys must be given.`);
    const size = pageSize(asked.maxResults ?? 1000, MAX_HISTORIES);
    const start = offset(asked.nextPageToken ?? undefined);
    const sees = state.visibility.forAccount(actor.accountId);
    const rows = new Set(asked.issueIdsOrKeys.flatMap((idOrKey) => state.issues.find(idOrKey) ?? []).filter(sees));
    const all = [...rows].flatMap((row) => eventsOf(state.issues.table, row, HISTORY).map((event) => ({ row, event })));
    const byIssue = new Map<string, unknown[]>();
    for (const { row, event } of all.slice(start, start + size)) {
      const id = String(state.issues.table.id(row));
      byIssue.set(id, [...(byIssue.get(id) ?? []), changelogEntry(state, event)]);
    }
    const issueChangeLogs = [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories }));
    const end = start + size;
    const next = end < all.length ? { nextPageToken: Buffer.from(`changes:${end}`).toString('base64url') } : {};
    return ok({ issueChangeLogs, ...next }, 1 + issueChangeLogs.length);
  },
};

function offset(token: string | undefined): number {
  if (token === undefined) return 0;
  const match = /^changes:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (match === null) throw badRequest('The provided next page token is invalid.');
  return Number(match[1]);
}

export const bulkChangelogs: readonly Operation[] = [bulkfetch];
