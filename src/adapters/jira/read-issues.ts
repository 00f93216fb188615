import type { ActivityFact } from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import type { Instant } from '../../domain/instant';
import { appsAmong, changeFacts, commentFacts, createdFact, worklogFacts } from './activity-facts';
import { CommentAnswer, HistoryAnswer, IssueAnswer, WorklogAnswer } from './activity-schemas';
import { nameOf, readElements } from './read-elements';

/** A work item of a search answer, as far as it can be understood. */
export interface ReadIssue {
  readonly key: string;
  readonly updatedAt: Instant | null;
  /**
   * Who created it, commented, edited a comment, changed it, logged work. Worklogs beyond the first few are left to their own
   * feed, which does not name the issue.
   */
  readonly facts: readonly ActivityFact[];
  /** Apps among those who left something on it. */
  readonly apps: readonly AccountId[];
  /** Comments and changes that were not in the answer or could not be understood: at least so many. */
  readonly missing: { readonly comments: number; readonly changes: number };
}

export interface ReadIssues {
  readonly issues: readonly ReadIssue[];
  /** Work items of which nothing can be understood, by the best name they have. */
  readonly unread: readonly string[];
}

export function readIssues(list: readonly unknown[]): ReadIssues {
  const { values, damaged } = readElements(IssueAnswer, list);
  return { issues: values.map(readIssue), unread: damaged.map((element) => nameOf(element) ?? 'without a key') };
}

function readIssue({ key, fields, changelog }: IssueAnswer): ReadIssue {
  const comments = readElements(CommentAnswer, fields.comment?.comments ?? []).values;
  const histories = readElements(HistoryAnswer, changelog?.histories ?? []).values;
  const worklogs = readElements(WorklogAnswer, fields.worklog?.worklogs ?? []).values;
  return {
    key,
    updatedAt: fields.updated ?? null,
    facts: [
      ...createdFact(fields.creator, fields.created, key),
      ...comments.flatMap((comment) => commentFacts(comment, key)),
      ...histories.flatMap((history) => changeFacts(history, key)),
      ...worklogs.flatMap((worklog) => worklogFacts(worklog, key, fields.updated ?? fields.created)),
    ],
    apps: appsAmong([
      fields.creator,
      ...comments.map(({ author }) => author),
      ...histories.map(({ author }) => author),
    ]),
    missing: {
      comments: missingOf(fields.comment?.total, comments.length),
      changes: missingOf(changelog?.total, histories.length),
    },
  };
}

/** Where Jira does not tell how many there are, one more than was read may be. */
function missingOf(total: number | null | undefined, read: number): number {
  return Math.max(0, (total ?? read + 1) - read);
}
