import type { AccountId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import { mergeIntoTable, NewActivity } from './activity-table';
import { currentLeg, endLeg, within, type Cursor } from './collection-cursor';
import { inParallel } from './in-parallel';
import { readRest } from './read-rest';
import { clipUnread } from './unread-table';

/** Pages of 100 issues gathered in memory before they are merged into the table. */
const PAGES_PER_MERGE = 50;

/** Reads all work items updated since the leg began, with their comments and changes. Then nothing is left unread there. */
export async function crawlIssues(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const apps = new Set<AccountId>();
  const { from, to } = currentLeg(cursor);
  let { page } = cursor;
  let issues = 0;
  let more = true;
  for (let pages = 0; more && pages < PAGES_PER_MERGE && !burst.isOver(); pages += 1) {
    const answer = await ports.activitySource.readIssues(from, page);
    news.add(within(answer.facts, cursor));
    for (const app of answer.apps ?? []) apps.add(app);
    for (const rest of await inParallel(answer.truncated, (issue) => readRest(issue, ports.activitySource)))
      news.add(within(rest, cursor));
    issues += answer.issues;
    page = answer.nextPage;
    more = page !== null;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  if (apps.size > 0) await ports.activitySettings.addApps([...apps]);
  const done = cursor.read.issues + issues;
  burst.note({
    progress: { done, total: Math.max(burst.run.progress.total ?? 0, done), unit: 'work items' },
    counts: { processed: issues },
  });
  const next = { ...cursor, page, read: { ...cursor.read, issues: done } };
  if (more) return next;
  await clipUnread(from, to, ports.activity);
  const newestOnly = cursor.newestOnlyUntil;
  const kindsMissing = newestOnly !== null && from > cursor.from ? Math.min(newestOnly, from) : null;
  return endLeg({ ...next, newestOnlyUntil: kindsMissing });
}
