import type { ActivityFact, ActivityKind } from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import type { Instant } from '../../domain/instant';
import type { Author, CommentAnswer, HistoryAnswer, IssueAnswer, WorklogAnswer } from './activity-schemas';

/**
 * Everything an issue of a search answer tells: who created it, commented, edited a comment, changed it, logged work. Worklogs
 * beyond the first few are left to their own feed, which does not name the issue.
 */
export function issueFacts({ key, fields, changelog }: IssueAnswer): ActivityFact[] {
  return [
    ...fact(fields.creator, 'issue-created', fields.created, key),
    ...fields.comment.comments.flatMap((comment) => commentFacts(comment, key)),
    ...changelog.histories.flatMap((history) => changeFacts(history, key)),
    ...(fields.worklog?.worklogs ?? []).flatMap((worklog) => worklogFacts(worklog, key)),
  ];
}

/** An edit is credited to whoever edited, not to the comment's author. */
export function commentFacts(comment: CommentAnswer, issueKey: string): ActivityFact[] {
  const { author, updateAuthor, created, updated } = comment;
  return [
    ...fact(author, 'comment-added', created, issueKey),
    ...(updated > created ? fact(updateAuthor, 'comment-edited', updated, issueKey) : []),
  ];
}

/** What was changed tells the kind when it is nothing else: only files, only links, only the sprint. */
const KIND_OF_FIELD: ReadonlyMap<string, ActivityKind> = new Map([
  ['attachment', 'attachment'],
  ['link', 'link'],
  ['sprint', 'sprint'],
]);

export function changeFacts({ author, created, items }: HistoryAnswer, issueKey: string): ActivityFact[] {
  const kinds = new Set(
    (items ?? []).map(({ field }) => KIND_OF_FIELD.get(field?.toLowerCase() ?? '') ?? 'issue-changed'),
  );
  const [kind = 'issue-changed'] = kinds;
  return fact(author, kinds.size > 1 ? 'issue-changed' : kind, created, issueKey);
}

/** Counted when it was logged or edited: the day the work started may lie anywhere. */
export function worklogFacts(worklog: WorklogAnswer, issueKey: string | null): ActivityFact[] {
  const { author, updateAuthor, created, updated } = worklog;
  return [
    ...fact(author, 'worklog', created, issueKey),
    ...(updated > created ? fact(updateAuthor, 'worklog', updated, issueKey) : []),
  ];
}

/** The apps among those who left something on an issue. */
export function appsOf({ fields, changelog }: IssueAnswer): AccountId[] {
  const authors = [fields.creator, ...fields.comment.comments.map(({ author }) => author)];
  const everybody = [...authors, ...changelog.histories.map(({ author }) => author)];
  return everybody.flatMap((author) => (author?.accountType === 'app' && author.accountId ? [author.accountId] : []));
}

/** Apps and customers are nobody's seat; an author that is missing or was deleted is nobody. */
function fact(author: Author, kind: ActivityKind, at: Instant, ref: string | null): ActivityFact[] {
  if (!author?.accountId || (author.accountType ?? 'atlassian') !== 'atlassian') return [];
  return [{ accountId: author.accountId, kind, at, ref }];
}
