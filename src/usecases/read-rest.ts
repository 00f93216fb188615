import type { ActivityFact } from '../domain/activity';
import { PageWatch } from '../domain/list-end';
import type { ActivitySource, FactPage } from '../ports/activity-source';
import { isFailure } from '../ports/failures';

export interface Rest {
  readonly facts: readonly ActivityFact[];
  /** False: something of it could not be read or understood, and anybody may have done it. */
  readonly isWhole: boolean;
}

/** More than Jira keeps comments, or changes, on one work item. */
const MOST_PAGES = 200;

/**
 * Reads all comments and changes of an issue that did not fit into the search answer. An issue that Jira finds and then does not
 * show (moved, archived, deleted, hidden) is not whole.
 */
export async function readRest(
  issue: { issueKey: string; comments: boolean; changes: boolean },
  source: ActivitySource,
): Promise<Rest> {
  const readers = [
    ...(issue.comments ? [source.readComments.bind(source)] : []),
    ...(issue.changes ? [source.readChanges.bind(source)] : []),
  ];
  const facts: ActivityFact[] = [];
  let isWhole = true;
  for (const read of readers) {
    const list = await readList((startAt) => read(issue.issueKey, startAt));
    facts.push(...list.facts);
    isWhole &&= list.isWhole;
  }
  return { facts, isWhole };
}

async function readList(read: (startAt: number) => Promise<FactPage>): Promise<Rest> {
  const facts: ActivityFact[] = [];
  const watch = new PageWatch(MOST_PAGES);
  let isWhole = true;
  for (let startAt: number | null = 0; startAt !== null;) {
    const page = await readPage(read, startAt);
    if (!page) return { facts, isWhole: false };
    facts.push(...page.facts);
    isWhole &&= page.unread === 0;
    startAt = page.nextStartAt;
    if (startAt !== null && watch.endAfter(page.mark)) return { facts, isWhole: false };
  }
  return { facts, isWhole };
}

/** Undefined: Jira does not show this issue. */
async function readPage(read: (startAt: number) => Promise<FactPage>, startAt: number): Promise<FactPage | undefined> {
  try {
    return await read(startAt);
  } catch (error) {
    if (isFailure(error, 'jira-not-found', 'jira-refused', 'jira-rejected', 'jira-changed')) return undefined;
    throw error;
  }
}
