import type { ActivityFact } from '../../src/domain/activity';
import type { AccountId } from '../../src/domain/identifiers';
import { DAY, type Instant } from '../../src/domain/instant';
import type {
  ActivitySource,
  AuditSlice,
  FactPage,
  IssuePage,
  TouchAnswer,
  TouchQuestion,
  WorklogPage,
  WorkOfPerson,
} from '../../src/ports/activity-source';
import type { FakeIssue, FakeJira } from './fake-jira';

/** Work items that one search for a person answers. */
const MOST_FOUND = 5;

const workOn = ({ creation, comments, changes }: FakeIssue): ActivityFact[] => [creation, ...comments, ...changes];
const updatedAt = (issue: FakeIssue): Instant => Math.max(...workOn(issue).map((fact) => fact.at));
/** This Jira counts its days in UTC. */
const isAbout = ({ accountId, fromDay, beforeDay }: TouchQuestion, fact: ActivityFact): boolean =>
  fact.accountId === accountId && fact.at >= fromDay * DAY && (beforeDay === null || fact.at < beforeDay * DAY);

export class FakeActivitySource implements ActivitySource {
  /** Everything comes in small pages, so that every test sees several. */
  constructor(
    private readonly jira: FakeJira,
    private readonly pageSize = 2,
  ) {}

  countIssues(updatedSince: Instant, seenBy: 'app' | 'caller' = 'app'): Promise<number> {
    const hidden = seenBy === 'app' ? 0 : this.jira.hiddenIssues;
    return this.jira.answer('countIssues', () => this.updated(updatedSince).length + hidden + this.jira.otherIssues);
  }

  readIssues(updatedSince: Instant, page: string | null): Promise<IssuePage> {
    return this.jira.answer('readIssues', () => {
      const all = this.updated(updatedSince);
      const start = Number(page ?? 0);
      const issues = all.slice(start, start + this.pageSize);
      const end = start + issues.length;
      return {
        issues: issues.length,
        facts: issues.flatMap((issue) => this.inAnswer(issue)),
        truncated: issues
          .map(({ key, comments, changes }) => ({
            issueKey: key,
            comments: comments.length > this.pageSize,
            changes: changes.length > this.pageSize,
          }))
          .filter(({ comments, changes }) => comments || changes),
        unread: [],
        nextPage: end < all.length ? String(end) : null,
      };
    });
  }

  readComments(issueKey: string, startAt: number): Promise<FactPage> {
    return this.jira.answer('readComments', () => {
      const comments = (this.issue(issueKey)?.comments ?? []).map((fact) => ({ ...fact, ref: issueKey }));
      return this.page(comments, startAt);
    });
  }

  readChanges(issueKey: string, startAt: number): Promise<FactPage> {
    return this.jira.answer('readChanges', () => this.page(this.issue(issueKey)?.changes ?? [], startAt));
  }

  readWorklogs(since: Instant): Promise<WorklogPage> {
    return this.jira.answer('readWorklogs', () => {
      const newer = this.jira.worklogs.filter((fact) => fact.at > since).sort((a, b) => a.at - b.at);
      const facts = newer.slice(0, this.pageSize);
      const until = facts.at(-1)?.at ?? since;
      const counted = { facts, unread: 0, worklogs: facts.filter(({ at }) => at > since + 1).length };
      if (newer.length === facts.length) return { ...counted, nextSince: null, lostAt: null };
      const isStuck = until <= since + 1;
      return { ...counted, nextSince: isStuck ? since + 1 : until - 1, lostAt: isStuck ? until : null };
    });
  }

  readAudit(from: Instant, to: Instant): Promise<AuditSlice> {
    return this.jira.answer('readAudit', () => {
      const within = this.jira.audit.filter(({ at }) => at >= from && at < to).slice(0, this.pageSize);
      return {
        records: within.length,
        facts: within.flatMap(({ by, at, isUnclear }) =>
          by === null ? [] : [{ accountId: by, kind: isUnclear ? 'admin-unclear' : 'administration', at }],
        ),
        assignments: within.flatMap(({ assigned, at, to }) => {
          if (assigned === null) return [];
          const groups = to === undefined ? [] : [{ id: to, name: `name of ${to}` }];
          return [{ accountId: assigned, at, groups }];
        }),
        unread: 0,
        notUnderstood: within.filter(({ isUnclear }) => isUnclear).map(({ at }) => at),
        full: within.length === this.pageSize,
      };
    });
  }

  findTouched(questions: readonly TouchQuestion[], atMost: number): Promise<TouchAnswer> {
    return this.jira.answer('findTouched', () => {
      if (questions.some(({ accountId }) => this.jira.unclear.has(accountId))) return { kind: 'refused' };
      const limit = questions.length > this.jira.clauseLimit ? this.jira.clauseLimit : null;
      const heard = limit === null ? questions : questions.slice(0, limit);
      const found = this.jira.issues
        .filter((issue) => workOn(issue).some((fact) => heard.some((question) => isAbout(question, fact))))
        .sort((a, b) => updatedAt(b) - updatedAt(a));
      return {
        kind: 'found',
        issues: found.slice(0, Math.min(atMost, this.pageSize)).map((issue) => ({
          issueKey: issue.key,
          updatedAt: updatedAt(issue),
          facts: this.inAnswer(issue),
          missing: {
            comments: Math.max(0, issue.comments.length - this.pageSize),
            changes: Math.max(0, issue.changes.length - this.pageSize),
          },
        })),
        isAll: found.length <= Math.min(atMost, this.pageSize),
        limit,
        isDoubtful: false,
      };
    });
  }

  sampleIssues(updatedSince: Instant, atMost: number): Promise<readonly ActivityFact[]> {
    return this.jira.answer('sampleIssues', () =>
      this.updated(updatedSince)
        .slice(-atMost)
        .flatMap((issue) => this.inAnswer(issue)),
    );
  }

  probe(accountId: AccountId, days: number, seenBy: 'app' | 'caller' = 'app'): Promise<'none' | 'seen' | 'unclear'> {
    return this.jira.answer('probe', () => {
      if (this.jira.unclear.has(accountId)) return 'unclear';
      const since = this.jira.clock.now() - days * DAY;
      const hidden = seenBy === 'caller' ? this.jira.seenByCallerOnly : [];
      const work = [...this.jira.issues, ...hidden].flatMap(workOn);
      if (this.jira.unseen.has(accountId)) return 'seen';
      const seen = [...work, ...this.jira.worklogs].some((fact) => fact.accountId === accountId && fact.at >= since);
      return seen ? 'seen' : 'none';
    });
  }

  readWorkOf(accountId: AccountId, days: number): Promise<WorkOfPerson> {
    return this.jira.answer('readWorkOf', () => {
      const since = this.jira.clock.now() - days * DAY;
      const isTheirs = (fact: ActivityFact) => fact.accountId === accountId && fact.at >= since;
      const hidden = this.jira.unseen.get(accountId);
      const touched = this.jira.issues.filter(({ creation, comments, changes }) =>
        [creation, ...comments, ...changes].some(isTheirs),
      );
      const issues = touched.slice(0, MOST_FOUND);
      const shown = issues.flatMap(({ key, creation, comments, changes }) =>
        [creation, ...comments.slice(0, this.pageSize), ...changes].map((fact) => ({ ...fact, ref: key })),
      );
      return {
        facts: shown.filter((fact) => fact.accountId === accountId),
        issueKeys: [...issues.map(({ key }) => key), ...(hidden === undefined ? [] : [hidden])],
        moreComments: issues.filter(({ comments }) => comments.length > this.pageSize).map(({ key }) => key),
        complete: issues.length === touched.length,
      };
    });
  }

  private inAnswer({ creation, comments, changes }: FakeIssue): ActivityFact[] {
    return [creation, ...comments.slice(0, this.pageSize), ...changes.slice(-this.pageSize)];
  }

  private updated(since: Instant): FakeIssue[] {
    return this.jira.issues
      .filter((issue) => updatedAt(issue) >= since - DAY)
      .sort((a, b) => updatedAt(a) - updatedAt(b) || (a.key < b.key ? -1 : 1));
  }

  private issue(key: string): FakeIssue | undefined {
    return this.jira.issues.find((issue) => issue.key === key);
  }

  private page(facts: readonly ActivityFact[], startAt: number): FactPage {
    const end = startAt + this.pageSize;
    return {
      facts: facts.slice(startAt, end),
      unread: 0,
      mark: String(startAt),
      nextStartAt: end < facts.length ? end : null,
    };
  }
}
