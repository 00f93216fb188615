import type { ProductEvent } from '../../core/parts';
import type { CommentRecord, HistoryRecord, IssueRecord, WorklogRecord } from '../data/records';
import type { SiteState } from '../state/site-state';
import { issuePayload, person, productEvent, type Happening } from './payload';

/** What Jira tells apps after an issue went from one state to the next, oldest first. */
export function issueEvents(
  state: SiteState,
  row: number,
  before: IssueRecord | undefined,
  after: IssueRecord,
): ProductEvent[] {
  const issue = issuePayload(state, row);
  const happenings: Happening[] = [
    ...(before === undefined ? [createdIssue(after, issue)] : []),
    ...added(before?.comments, after.comments).map((entry) => commented(state, entry, issue)),
    ...added(before?.histories, after.histories).map((entry) => updated(entry, issue)),
    ...added(before?.worklogs, after.worklogs).map((entry) => worklogged(state, entry, before, issue.id)),
  ];
  if (happenings.length === 0) happenings.push(updatedByNobody(after, issue));
  return happenings.map(productEvent).sort((a, b) => a.at - b.at);
}

function createdIssue({ created, creator }: IssueRecord, issue: unknown): Happening {
  return { eventType: 'avi:jira:created:issue', at: Date.parse(created), by: creator, details: { issue } };
}

/** Entries that are new or differ from before. */
function added<Entry extends { id: string }>(before: readonly Entry[] | undefined, after: readonly Entry[]): Entry[] {
  const known = new Map((before ?? []).map((entry) => [entry.id, JSON.stringify(entry)]));
  return after.filter((entry) => known.get(entry.id) !== JSON.stringify(entry));
}

function commented(state: SiteState, comment: CommentRecord, issue: unknown): Happening {
  const edited = Date.parse(comment.updated) > Date.parse(comment.created);
  const editor = comment.updateAuthor === undefined ? comment.author : comment.updateAuthor;
  const by = edited ? editor : comment.author;
  const at = Date.parse(edited ? comment.updated : comment.created);
  const people = { author: person(state, comment.author), updateAuthor: person(state, editor) };
  const times = { created: comment.created, updated: comment.updated };
  const details = { issue, comment: { id: comment.id, ...people, ...times } };
  return { eventType: 'avi:jira:commented:issue', at, by, details };
}

function updated({ id, author, created }: HistoryRecord, issue: unknown): Happening {
  const details = { issue, changelog: { id, items: [] } };
  return { eventType: 'avi:jira:updated:issue', at: Date.parse(created), by: author, details };
}

function worklogged(
  state: SiteState,
  worklog: WorklogRecord,
  before: IssueRecord | undefined,
  issueId: string,
): Happening {
  const isNew = before?.worklogs.every(({ id }) => id !== worklog.id) ?? true;
  return {
    eventType: isNew ? 'avi:jira:created:worklog' : 'avi:jira:updated:worklog',
    at: Date.parse(isNew ? worklog.created : worklog.updated),
    by: worklog.author,
    details: { worklog: worklogPayload(state, worklog, issueId) },
  };
}

function worklogPayload(state: SiteState, { id, author, ...times }: WorklogRecord, issueId: string) {
  return { id, issueId, author: person(state, author), updateAuthor: person(state, author), ...times };
}

/** A field changed and nobody left a trace: Jira still tells that the issue was updated. */
function updatedByNobody({ updated: at = '' }: IssueRecord, issue: unknown): Happening {
  return { eventType: 'avi:jira:updated:issue', at: Date.parse(at), by: null, details: { issue } };
}
