import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import type { ActivityFact, ActivityKind, AssignmentFact } from '../../domain/activity';
import { DAY, toIso, utcDay, type Instant } from '../../domain/instant';
import { isFailure } from '../../ports/failures';
import type { ActivitySource, AuditSlice, FactPage, IssuePage, WorklogPage } from '../../ports/activity-source';
import {
  AuditRecords,
  ChangePage,
  CommentPage,
  IssueSearch,
  Probe,
  UpdatedWorklogs,
  Worklogs,
} from './activity-schemas';
import { changeFacts, commentFacts, issueFacts, worklogFacts } from './activity-facts';
import type { JiraCalls } from './jira-calls';

const ISSUE_PAGE = 100;
const AUDIT_PAGE = 1000;
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
    const fields = 'creator,created,updated,comment';
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
      truncated: answer.issues
        .map(({ key, fields: { comment }, changelog }) => ({
          issueKey: key,
          comments: comment.total > comment.comments.length,
          changes: changelog.total > changelog.histories.length,
        }))
        .filter(({ comments, changes }) => comments || changes),
      nextPage: answer.nextPageToken ?? null,
    };
  }

  async readComments(issueKey: string, startAt: number): Promise<FactPage> {
    const page = await this.calls.read({
      operation: 'GET /rest/api/3/issue/{issueIdOrKey}/comment',
      charge: { perObject: 1, atMost: 100 },
      send: () => asApp().requestJira(route`/rest/api/3/issue/${issueKey}/comment?startAt=${startAt}&maxResults=100`),
      schema: CommentPage,
      objects: (found) => found.comments.length,
    });
    const end = startAt + page.comments.length;
    const facts = page.comments.flatMap(commentFacts);
    return { facts, nextStartAt: page.comments.length === 0 || end >= page.total ? null : end };
  }

  async readChanges(issueKey: string, startAt: number): Promise<FactPage> {
    const page = await this.calls.read({
      operation: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
      charge: { perObject: 1, atMost: 100 },
      send: () => asApp().requestJira(route`/rest/api/3/issue/${issueKey}/changelog?startAt=${startAt}&maxResults=100`),
      schema: ChangePage,
      objects: (found) => found.values.length,
    });
    const facts = page.values.flatMap(changeFacts);
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
    const nextSince = updated.lastPage || updated.until <= since ? null : updated.until;
    if (ids.length === 0) return { facts: [], worklogs: 0, nextSince };
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
    return { facts: worklogs.flatMap(worklogFacts), worklogs: worklogs.length, nextSince };
  }

  async readAudit(from: Instant, to: Instant): Promise<AuditSlice> {
    // Without an offset the gateway answers 200 with no records; `total` counts the whole site and is never looked at.
    const [fromText, toText] = [withOffset(from), withOffset(to)];
    const { records } = await this.calls.read({
      operation: 'GET /rest/api/3/auditing/record',
      charge: { perObject: 1, atMost: AUDIT_PAGE },
      send: () =>
        asApp().requestJira(
          route`/rest/api/3/auditing/record?from=${fromText}&to=${toText}&offset=0&limit=${AUDIT_PAGE}`,
        ),
      schema: AuditRecords,
      objects: (found) => found.records.length,
    });
    const facts = records.flatMap(({ authorAccountId, created }): ActivityFact[] =>
      authorAccountId
        ? [{ accountId: authorAccountId, kind: 'administration' satisfies ActivityKind, at: created }]
        : [],
    );
    const assignments = records.flatMap(
      ({ category, summary, objectItem, associatedItems, created }): AssignmentFact[] => {
        if (category !== 'group management' || !/added/i.test(summary)) return [];
        const items = [...(objectItem ? [objectItem] : []), ...(associatedItems ?? [])];
        return items
          .filter((item) => item.typeName === 'USER' && item.id)
          .map((item) => ({ accountId: item.id ?? '', at: created }));
      },
    );
    return { records: records.length, facts, assignments, full: records.length >= AUDIT_PAGE };
  }

  async probe(accountId: string, days: number): Promise<'none' | 'seen' | 'unclear'> {
    const id = JSON.stringify(accountId);
    const jql = `issuekey in updatedBy(${id}, "-${days}d") OR (worklogAuthor = ${id} AND worklogDate >= "-${days}d")`;
    try {
      const answer = await this.calls.read({
        operation: 'GET /rest/api/3/search/jql',
        charge: { perObject: 1, atMost: 1 },
        send: () => asApp().requestJira(route`/rest/api/3/search/jql?jql=${jql}&fields=id&maxResults=1`),
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
}

/** JQL reads dates in the searching user's time zone, so ask from a day earlier; exact times are compared afterwards. */
function updatedSinceJql(since: Instant): string {
  return `updated >= "${utcDay(since - DAY)}"`;
}

/** `2026-11-22T00:00:00.000+0000`: the audit log needs the offset spelled out. */
function withOffset(at: Instant): string {
  return toIso(at).replace('Z', '+0000');
}
