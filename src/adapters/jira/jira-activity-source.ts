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
import { ChangePage, CommentAnswer, CommentPage, HistoryAnswer, IssueSearch } from './activity-schemas';
import { changeFacts, commentFacts } from './activity-facts';
import type { JiraCalls } from './jira-calls';
import { readAuditSlice } from './read-audit';
import { readElements } from './read-elements';
import { readIssues } from './read-issues';
import { readWorkOf } from './read-work-of';
import { readWorklogPage } from './read-worklogs';
import { findTouched, sampleIssues } from './touch-search';

const ISSUE_PAGE = 100;
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
    const { issues, unread } = readIssues(answer.issues);
    return {
      issues: answer.issues.length,
      facts: issues.flatMap(({ facts }) => facts),
      apps: [...new Set(issues.flatMap(({ apps }) => apps))],
      truncated: issues
        .map(({ key, missing }) => ({ issueKey: key, comments: missing.comments > 0, changes: missing.changes > 0 }))
        .filter(({ comments, changes }) => comments || changes),
      unread,
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
    const { values, damaged } = readElements(CommentAnswer, page.comments);
    return {
      facts: values.flatMap((comment) => commentFacts(comment, issueKey)),
      unread: damaged.length,
      mark: JSON.stringify(page.comments),
      // Where Jira tells no number, an empty page is the end.
      nextStartAt: page.comments.length === 0 || end >= (page.total ?? Infinity) ? null : end,
    };
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
    const end = startAt + page.values.length;
    const { values, damaged } = readElements(HistoryAnswer, page.values);
    return {
      facts: values.flatMap((history) => changeFacts(history, issueKey)),
      unread: damaged.length,
      mark: JSON.stringify(page.values),
      nextStartAt: page.isLast || page.values.length === 0 || end >= (page.total ?? Infinity) ? null : end,
    };
  }

  readWorklogs(since: Instant): Promise<WorklogPage> {
    return readWorklogPage(this.calls, since);
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
        schema: IssueSearch,
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
