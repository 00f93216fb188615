import type { ActivityFact } from '../../domain/activity';
import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import { DAY, utcDay, type Instant } from '../../domain/instant';
import { jqlText } from './jql-text';
import { isFailure } from '../../ports/failures';
import type {
  ActivitySource,
  AuditSlice,
  FactPage,
  IssuePage,
  TouchAnswer,
  TouchQuestion,
  WorklogPage,
  WorkOfPerson,
} from '../../ports/activity-source';
import { ChangePage, CommentPage, IssueSearch, Probe, UpdatedWorklogs, Worklogs } from './activity-schemas';
import { appsOf, changeFacts, commentFacts, issueFacts, worklogFacts } from './activity-facts';
import type { JiraCalls } from './jira-calls';
import { readAuditSlice } from './read-audit';
import { readWorkOf } from './read-work-of';
import { findTouched, missingOf, sampleIssues } from './touch-search';

const ISSUE_PAGE = 100;
const WORKLOG_PAGE = 1000;
const FREE = { perObject: 0, atMost: 0 } as const;

/** Reads evidence of work as the app itself: search, changelogs, comments, worklogs and the audit log. */
export class JiraActivitySource implements ActivitySource {
  constructor(private readonly calls: JiraCalls) {}

  async countIssues(updatedSince: Instant, seenBy: 'app' | 'caller' = 'app'): Promise<number> {
    const { count } = await this.calls.read({
      operation: 'POST /rest/api/3/search/approximate-count',
      charge: FREE,
      send: () =>
        (seenBy === 'app' ? asApp() : asUser()).requestJira(route`/rest/api/3/search/approximate-count`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ jql: updatedSinceJql(updatedSince) }),
        }),
      schema: z.object({ count: z.number() }),
    });
    return count;
  }

  async readIssues(updatedSince: Instant, page: string | null): Promise<IssuePage> {
    const jql = `${updatedSinceJql(updatedSince)} ORDER BY updated ASC, key ASC`;
    const fields = 'creator,created,updated,comment,worklog';
    const answer = await this.calls.read({
      operation: 'GET /rest/api/3/search/jql',
      charge: { perObject: 1, atMost: ISSUE_PAGE },
      send: () =>
        page === null
          ? asApp().requestJira(
              route`/rest/api/3/search/jql?jql=${jql}&fields=${fields}&expand=changelog&maxResults=${ISSUE_PAGE}`,
            )
          : asApp().requestJira(
              route`/rest/api/3/search/jql?jql=${jql}&fields=${fields}&expand=changelog&maxResults=${ISSUE_PAGE}&nextPageToken=${page}`,
            ),
      schema: IssueSearch,
      objects: (found) => found.issues.length,
    });
    return {
      issues: answer.issues.length,
      facts: answer.issues.flatMap(issueFacts),
      apps: [...new Set(answer.issues.flatMap(appsOf))],
      truncated: answer.issues
        .map((issue) => ({ issueKey: issue.key, missing: missingOf(issue) }))
        .map(({ issueKey, missing }) => ({
          issueKey,
          comments: missing.comments > 0,
          changes: missing.changes > 0,
        }))
        .filter(({ comments, changes }) => comments || changes),
      nextPage: answer.nextPageToken ?? null,
    };
  }

  async readComments(issueKey: string, startAt: number): Promise<FactPage> {
    const page = await this.calls.read({
      operation: 'GET /rest/api/3/issue/{issueIdOrKey}/comment',
      charge: { perObject: 1, atMost: 100 },
      send: () =>
        asApp().requestJira(
          route`/rest/api/3/issue/${encodeURIComponent(issueKey)}/comment?startAt=${startAt}&maxResults=100`,
        ),
      schema: CommentPage,
      objects: (found) => found.comments.length,
    });
    const end = startAt + page.comments.length;
    const facts = page.comments.flatMap((comment) => commentFacts(comment, issueKey));
    return { facts, nextStartAt: page.comments.length === 0 || end >= page.total ? null : end };
  }

  async readChanges(issueKey: string, startAt: number): Promise<FactPage> {
    const page = await this.calls.read({
      operation: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
      charge: { perObject: 1, atMost: 100 },
      send: () =>
        asApp().requestJira(
          route`/rest/api/3/issue/${encodeURIComponent(issueKey)}/changelog?startAt=${startAt}&maxResults=100`,
        ),
      schema: ChangePage,
      objects: (found) => found.values.length,
    });
    const facts = page.values.flatMap((history) => changeFacts(history, issueKey));
    return { facts, nextStartAt: page.isLast || page.values.length === 0 ? null : startAt + page.values.length };
  }

  async readWorklogs(since: Instant): Promise<WorklogPage> {
    const updated = await this.calls.read({
      operation: 'GET /rest/api/3/worklog/updated',
      charge: { perObject: 1, atMost: WORKLOG_PAGE },
      send: () => asApp().requestJira(route`/rest/api/3/worklog/updated?since=${since}`),
      schema: UpdatedWorklogs,
      objects: (found) => found.values.length,
    });
    const ids = updated.values.map((value) => value.worklogId);
    const next = followingWorklogs(updated, since);
    if (ids.length === 0) return { facts: [], worklogs: 0, ...next };
    const worklogs = await this.calls.read({
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
    const seenBefore = updated.values.filter(({ updatedTime }) => updatedTime <= since + 1).length;
    const facts = worklogs.flatMap((worklog) => worklogFacts(worklog, null));
    return { facts, worklogs: worklogs.length - seenBefore, ...next };
  }

  readAudit(from: Instant, to: Instant): Promise<AuditSlice> {
    return readAuditSlice(this.calls, from, to);
  }

  findTouched(questions: readonly TouchQuestion[], atMost: number): Promise<TouchAnswer> {
    return findTouched(this.calls, questions, atMost);
  }

  sampleIssues(updatedSince: Instant, atMost: number): Promise<ActivityFact[]> {
    return sampleIssues(this.calls, updatedSinceJql(updatedSince), atMost);
  }

  async probe(accountId: string, days: number, seenBy: 'app' | 'caller' = 'app'): Promise<'none' | 'seen' | 'unclear'> {
    const jql = anyTraceOf(accountId, days);
    try {
      const answer = await this.calls.read({
        operation: 'GET /rest/api/3/search/jql',
        charge: { perObject: 1, atMost: 1 },
        send: () =>
          (seenBy === 'app' ? asApp() : asUser()).requestJira(
            route`/rest/api/3/search/jql?jql=${jql}&fields=id&maxResults=1`,
          ),
        schema: Probe,
        objects: (found) => found.issues.length,
      });
      if (answer.issues.length > 0) return 'seen';
      return (answer.warnings ?? []).length > 0 || answer.nextPageToken ? 'unclear' : 'none';
    } catch (error) {
      if (isFailure(error, 'jira-rejected', 'jira-refused')) return 'unclear'; // e.g. an account that search does not know
      throw error;
    }
  }

  readWorkOf(accountId: string, days: number): Promise<WorkOfPerson> {
    return readWorkOf(this.calls, accountId, anyTraceOf(accountId, days));
  }
}

/** Issues that one person changed or logged work on in the last days; Jira rounds up to whole days. */
function anyTraceOf(accountId: string, days: number): string {
  const id = jqlText(accountId);
  return `issuekey in updatedBy(${id}, "-${days}d") OR (worklogAuthor = ${id} AND worklogDate >= "-${days}d")`;
}

/** JQL reads dates in the searching user's time zone, so ask from a day earlier; exact times are compared afterwards. */
function updatedSinceJql(since: Instant): string {
  return `updated >= "${utcDay(since - DAY)}"`;
}

/**
 * Where the feed goes on: a moment before the end of this page, because worklogs of that very moment may be on the next one and it
 * is not documented whether `since` includes them. Where that leads nowhere, one moment fills a whole page.
 */
function followingWorklogs(
  { lastPage, until }: { readonly lastPage: boolean; readonly until: Instant },
  since: Instant,
): Pick<WorklogPage, 'nextSince' | 'lostAt'> {
  if (lastPage) return { nextSince: null, lostAt: null };
  const isStuck = until <= since + 1;
  return isStuck ? { nextSince: since + 1, lostAt: until } : { nextSince: until - 1, lostAt: null };
}
