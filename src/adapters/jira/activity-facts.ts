import type { ActivityFact, ActivityKind } from '../../domain/activity';
import type { AccountId } from '../../domain/identifiers';
import type { Instant } from '../../domain/instant';
import type { Author, CommentAnswer, HistoryAnswer, WorklogAnswer } from './activity-schemas';

/** An edit is credited to whoever edited, not to the comment's author. */
export function commentFacts(comment: CommentAnswer, issueKey: string): ActivityFact[] {
  const { author, updateAuthor, created, updated } = comment;
  return [
    ...fact(author, 'comment-added', created, issueKey),
    ...((updated ?? created) > created ? fact(updateAuthor, 'comment-edited', updated ?? created, issueKey) : []),
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

/**
 * Counted when it was logged or edited: the day the work started may lie anywhere. `changedAt`: when it was last changed by other
 * knowledge, for one that does not tell itself.
 */
export function worklogFacts(worklog: WorklogAnswer, issueKey: string | null, changedAt: Instant): ActivityFact[] {
  const { author, updateAuthor } = worklog;
  const created = worklog.created ?? changedAt;
  const updated = worklog.updated ?? created;
  return [
    ...fact(author, 'worklog', created, issueKey),
    ...(updated > created ? fact(updateAuthor, 'worklog', updated, issueKey) : []),
  ];
}

export function createdFact(creator: Author, created: Instant, issueKey: string): ActivityFact[] {
  return fact(creator, 'issue-created', created, issueKey);
}

/** The apps among these authors. */
export function appsAmong(authors: readonly Author[]): AccountId[] {
  return authors.flatMap((author) => (author?.accountType === 'app' && author.accountId ? [author.accountId] : []));
}

/** Apps and customers are nobody's seat, whatever else a type is called; an author that is missing or was deleted is nobody. */
function fact(author: Author, kind: ActivityKind, at: Instant, ref: string | null): ActivityFact[] {
  if (!author?.accountId || author.accountType === 'app' || author.accountType === 'customer') return [];
  return [{ accountId: author.accountId, kind, at, ref }];
}
