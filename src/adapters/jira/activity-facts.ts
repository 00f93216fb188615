import type { ActivityFact, ActivityKind } from '../../domain/activity';
import type { Instant } from '../../domain/instant';
import type { CommentAnswer, HistoryAnswer, IssueAnswer, WorklogAnswer } from './activity-schemas';

interface Author {
  readonly accountId: string;
  readonly accountType?: string | undefined;
}

/** Everything an issue of a search answer tells: who created it, commented, edited a comment, changed it. */
export function issueFacts({ fields, changelog }: IssueAnswer): ActivityFact[] {
  return [
    ...fact(fields.creator, 'issue-created', fields.created),
    ...fields.comment.comments.flatMap(commentFacts),
    ...changelog.histories.flatMap(changeFacts),
  ];
}

/** An edit is credited to whoever edited, not to the comment's author. */
export function commentFacts({ author, updateAuthor, created, updated }: CommentAnswer): ActivityFact[] {
  const edited = updated > created;
  return [...fact(author, 'comment-added', created), ...(edited ? fact(updateAuthor, 'comment-edited', updated) : [])];
}

export function changeFacts({ author, created }: HistoryAnswer): ActivityFact[] {
  return fact(author, 'issue-changed', created);
}

/** Counted when it was logged or edited: the day the work started may lie anywhere. */
export function worklogFacts({ author, updateAuthor, created, updated }: WorklogAnswer): ActivityFact[] {
  const edited = updated > created;
  return [...fact(author, 'worklog', created), ...(edited ? fact(updateAuthor, 'worklog', updated) : [])];
}

/** Apps and customers are nobody's seat; a missing author is nobody. */
function fact(author: Author | null | undefined, kind: ActivityKind, at: Instant): ActivityFact[] {
  if (!author || (author.accountType ?? 'atlassian') !== 'atlassian') return [];
  return [{ accountId: author.accountId, kind, at }];
}
