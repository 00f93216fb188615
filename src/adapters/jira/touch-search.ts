import { asApp, route } from '@forge/api';
import type { ActivityFact } from '../../domain/activity';
import { jqlText } from './jql-text';
import { dayText } from '../../domain/probe-window';
import type { TouchAnswer, TouchedIssue, TouchQuestion } from '../../ports/activity-source';
import { isFailure } from '../../ports/failures';
import { clauseLimit, IssueSearch } from './activity-schemas';
import type { JiraCalls } from './jira-calls';
import { readIssues, type ReadIssue } from './read-issues';

/** Work items that somebody of these people touched in their days. */
export async function findTouched(
  calls: JiraCalls,
  questions: readonly TouchQuestion[],
  atMost: number,
): Promise<TouchAnswer> {
  try {
    return touchAnswer(await search(calls, touchedJql(questions), atMost));
  } catch (error) {
    if (isFailure(error, 'jira-rejected')) return { kind: 'refused' }; // e.g. an account that search does not know
    throw error;
  }
}

/** What was done to the work items that were updated last. */
export async function sampleIssues(calls: JiraCalls, jql: string, atMost: number): Promise<ActivityFact[]> {
  const { issues } = await search(calls, `${jql} ORDER BY updated DESC, key ASC`, atMost);
  return readIssues(issues).issues.flatMap(({ facts }) => facts);
}

/** Posted: a query about many people is longer than an address may be. */
function search(calls: JiraCalls, jql: string, atMost: number): Promise<IssueSearch> {
  const fields = ['creator', 'created', 'updated', 'comment'];
  return calls.read({
    operation: 'POST /rest/api/3/search/jql',
    charge: { perObject: 1, atMost },
    send: () =>
      asApp().requestJira(route`/rest/api/3/search/jql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ jql, maxResults: atMost, fields, expand: 'changelog' }),
      }),
    schema: IssueSearch,
    objects: (found) => found.issues.length,
  });
}

/**
 * Work items that somebody of these people touched in their days. Worklogs are not asked for: they are read as a whole, with
 * the moment at which they were logged, which a search does not know.
 */
function touchedJql(questions: readonly TouchQuestion[]): string {
  return `${questions.map(clause).join(' OR ')} ORDER BY updated DESC, key ASC`;
}

function clause({ accountId, fromDay, beforeDay }: TouchQuestion): string {
  const days = [fromDay, ...(beforeDay === null ? [] : [beforeDay])].map((day) => `, "${dayText(day)}"`);
  return `issuekey in updatedBy(${jqlText(accountId)}${days.join('')})`;
}

/** What the answer means; Jira's limits and warnings are never taken for silence. */
function touchAnswer({ issues, nextPageToken, warnings }: IssueSearch): TouchAnswer {
  const warned = warnings ?? [];
  const limit = warned.length > 0 ? clauseLimit(warned) : undefined;
  const isAll = !nextPageToken;
  const read = readIssues(issues);
  return {
    kind: 'found',
    issues: [...read.issues.map(touchedIssue), ...read.unread.map(hiddenIssue)],
    isAll,
    limit: limit ?? null,
    isDoubtful: (warned.length > 0 && limit === undefined) || (issues.length === 0 && !isAll),
  };
}

function touchedIssue({ key, facts, updatedAt, missing }: ReadIssue): TouchedIssue {
  // Without the time of the last update anything may hide on it.
  return { issueKey: key, updatedAt: updatedAt ?? Infinity, facts, missing };
}

/** One that can't be understood was touched all the same: whoever did it, whenever it was, is found by narrowing the question. */
function hiddenIssue(issueKey: string): TouchedIssue {
  return { issueKey, updatedAt: Infinity, facts: [], missing: { comments: Infinity, changes: 0 } };
}
