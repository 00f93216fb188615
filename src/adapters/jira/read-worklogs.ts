import { asApp, route } from '@forge/api';
import type { z } from 'zod';
import type { Instant } from '../../domain/instant';
import type { WorklogPage } from '../../ports/activity-source';
import { worklogFacts } from './activity-facts';
import { UpdatedWorklog, UpdatedWorklogs, WorklogAnswer, Worklogs } from './activity-schemas';
import type { JiraCalls } from './jira-calls';
import { readElements } from './read-elements';

const PAGE = 1000;
type Updated = z.infer<typeof UpdatedWorklog>;

/** One page of the feed of changed worklogs, and the worklogs it names. */
export async function readWorklogPage(calls: JiraCalls, since: Instant): Promise<WorklogPage> {
  const feed = await calls.read({
    operation: 'GET /rest/api/3/worklog/updated',
    charge: { perObject: 1, atMost: PAGE },
    send: () => asApp().requestJira(route`/rest/api/3/worklog/updated?since=${since}`),
    schema: UpdatedWorklogs,
    objects: (found) => found.values.length,
  });
  const updated = readElements(UpdatedWorklog, feed.values);
  const next = following(feed, since);
  const list = updated.values.length === 0 ? [] : await readList(calls, updated.values);
  const worklogs = readElements(WorklogAnswer, list);
  const changedAt = new Map(updated.values.map(({ worklogId, updatedTime }) => [String(worklogId), updatedTime]));
  const latest = Math.max(since, ...changedAt.values());
  const seenBefore = updated.values.filter(({ updatedTime }) => updatedTime <= since + 1).length;
  return {
    facts: worklogs.values.flatMap((worklog) =>
      worklogFacts(worklog, null, changedAt.get(String(worklog.id)) ?? latest),
    ),
    worklogs: worklogs.values.length - seenBefore,
    unread: updated.damaged.length + worklogs.damaged.length,
    ...next,
  };
}

function readList(calls: JiraCalls, updated: readonly Updated[]): Promise<unknown[]> {
  const ids = updated.map(({ worklogId }) => worklogId);
  return calls.read({
    operation: 'POST /rest/api/3/worklog/list',
    charge: { perObject: 1, atMost: ids.length },
    send: () =>
      asApp().requestJira(route`/rest/api/3/worklog/list`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ids }),
      }),
    schema: Worklogs,
    objects: (found) => found.length,
  });
}

/**
 * Where the feed goes on: a moment before the end of this page, because worklogs of that very moment may be on the next one and it
 * is not documented whether `since` includes them. Where that leads nowhere, one moment fills a whole page.
 */
function following(
  { lastPage, until }: { readonly lastPage: boolean; readonly until: Instant },
  since: Instant,
): Pick<WorklogPage, 'nextSince' | 'lostAt'> {
  if (lastPage) return { nextSince: null, lostAt: null };
  const isStuck = until <= since + 1;
  return isStuck ? { nextSince: since + 1, lostAt: until } : { nextSince: until - 1, lostAt: null };
}
