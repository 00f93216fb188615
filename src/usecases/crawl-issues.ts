import type { AccountId } from '../domain/identifiers';
import { needsEveryKind } from '../domain/silence';
import type { IssuePage } from '../ports/activity-source';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import { mergeIntoTable, NewActivity } from './activity-table';
import { currentLeg, endLeg, loseWork, noteGap, within, type Cursor } from './collection-cursor';
import { inParallel } from './in-parallel';
import { beginProbe } from './plan-search';
import { readRest } from './read-rest';
import { clipUnread, isAnyUnread } from './unread-table';

/** Pages of 100 issues gathered in memory before they are merged into the table. */
const PAGES_PER_MERGE = 50;
/** Work items that are named when they can't be read; of more it is doubtful whether the answers can be trusted at all. */
const MOST_UNREAD = 200;
/** Counts are approximate and work goes on meanwhile; far more than that is a list without an end. */
const MOST_OVER = { times: 2, items: 1000 } as const;

/** Reads all work items updated since the leg began, with their comments and changes. Then nothing is left unread there. */
export async function crawlIssues(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const apps = new Set<AccountId>();
  const unread = new Set(cursor.unreadItems);
  const { from } = currentLeg(cursor);
  let { page, crawled } = cursor;
  let isEndless = false;
  let more = true;
  for (let pages = 0; more && !isEndless && pages < PAGES_PER_MERGE && !burst.isOver(); pages += 1) {
    const answer = await ports.activitySource.readIssues(from, page);
    news.add(within(answer.facts, cursor, ports.clock.now()));
    for (const app of answer.apps ?? []) apps.add(app);
    for (const item of await addRests(answer, cursor, news, ports)) unread.add(item);
    crawled += answer.issues;
    more = answer.nextPage !== null;
    isEndless = more && (answer.nextPage === page || crawled > MOST_OVER.times * cursor.crawl + MOST_OVER.items);
    page = answer.nextPage;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  if (apps.size > 0) await ports.activitySettings.addApps([...apps]);
  const issues = crawled - cursor.crawled;
  const done = cursor.read.issues + issues;
  burst.note({
    progress: { done, total: Math.max(burst.run.progress.total ?? 0, done), unit: 'work items' },
    counts: { processed: issues },
  });
  const unreadItems = [...unread].slice(0, MOST_UNREAD);
  const next = { ...cursor, page, crawled, unreadItems, read: { ...cursor.read, issues: done } };
  if (isEndless) return giveUp(next, ENDLESS, burst);
  if (unread.size >= MOST_UNREAD) return giveUp(next, UNREADABLE, burst);
  return more ? next : endCrawl(next, burst, ports);
}

const ENDLESS =
  'Jira’s search for work items does not come to an end, so not all of them were read: until it does, nobody is called inactive.';
const UNREADABLE =
  'Jira answered too many work items in a form that can’t be understood: until it changes, nobody is called inactive.';
const KINDS_UNREAD =
  'Some work items could not be read, and a rule tells kinds of work apart: until they can be, nobody is called inactive.';

/** What did not fit into the answer. Answers the names of work items that could not be read as a whole. */
async function addRests(answer: IssuePage, cursor: Cursor, news: NewActivity, ports: Ports): Promise<string[]> {
  const rests = await inParallel(answer.truncated, (issue) => readRest(issue, ports.activitySource));
  for (const { facts } of rests) news.add(within(facts, cursor, ports.clock.now()));
  const cut = answer.truncated.filter((_, n) => rests[n]?.isWhole === false);
  return [...answer.unread, ...cut.map(({ issueKey }) => issueKey)];
}

/** What was found stays; everybody else’s silence is unknown, and the next run reads this time again. */
function giveUp(cursor: Cursor, why: string, burst: Burst): Cursor {
  noteGap(burst, why);
  return endLeg(loseWork(cursor, currentLeg(cursor).from));
}

/**
 * Whose work is on an item that could not be read, a search finds all the same: whoever still seems silent is asked about. That
 * does not tell kinds apart.
 */
async function endCrawl(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const { from, to } = currentLeg(cursor);
  const isWhole = cursor.unreadItems.length === 0;
  if (!isWhole && needsEveryKind(await ports.rules.list(burst.run.profileId)))
    return giveUp(cursor, KINDS_UNREAD, burst);
  await clipUnread(from, to, ports.activity);
  if (!isWhole) return beginProbe(cursor, burst, ports);
  const newestOnly = cursor.newestOnlyUntil;
  const kindsMissing = newestOnly !== null && from > cursor.from ? Math.min(newestOnly, from) : null;
  return askAboutEarlier({ ...cursor, newestOnlyUntil: kindsMissing }, burst, ports);
}

/** What was left open about people before this leg no crawl of it tells: they are asked about, or that time is read again. */
async function askAboutEarlier(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  if (!(await isAnyUnread(cursor.from, ports.activity))) return endLeg(cursor);
  if (needsEveryKind(await ports.rules.list(burst.run.profileId))) return endLeg(loseWork(cursor, cursor.from));
  const [leg, ...later] = [currentLeg(cursor), ...cursor.legs.slice(1)];
  return beginProbe({ ...cursor, legs: [{ ...leg, search: false, isRead: true }, ...later] }, burst, ports);
}
