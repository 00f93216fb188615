import { COMMENT, HISTORY } from './event-table';
import type { IssueTable } from './issue-table';
import type { CommentRecord, HistoryRecord, IssueRecord, WorklogRecord } from './records';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Rebuilds the data file's record of a row, fields in the documented order. */
export function readIssue(table: IssueTable, row: number): IssueRecord {
  const comments: CommentRecord[] = [];
  const histories: HistoryRecord[] = [];
  const worklogs: WorklogRecord[] = [];
  for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1) {
    const kind = table.events.kind(event);
    if (kind === COMMENT) comments.push(readComment(table, event));
    else if (kind === HISTORY) histories.push(readHistory(table, event));
    else worklogs.push(readWorklog(table, event));
  }
  return {
    kind: 'issue',
    key: table.key(row),
    project: table.project(row),
    created: iso(table.created(row)),
    creator: table.accounts.name(table.creator(row)),
    ...(table.updatedGiven(row) ? { updated: iso(table.updated(row)) } : {}),
    comments,
    histories,
    worklogs,
    ...(table.hidden(row) ? { security: true } : {}),
  };
}

function readComment({ events, accounts }: IssueTable, event: number): CommentRecord {
  return {
    id: events.fileId(event),
    author: accounts.name(events.author(event)),
    created: iso(events.created(event)),
    updated: iso(events.updated(event)),
    ...(events.editorGiven(event) ? { updateAuthor: accounts.name(events.editor(event)) } : {}),
  };
}

function readHistory({ events, accounts }: IssueTable, event: number): HistoryRecord {
  const author = accounts.name(events.author(event));
  return { id: events.fileId(event), author, created: iso(events.created(event)) };
}

function readWorklog({ events, accounts }: IssueTable, event: number): WorklogRecord {
  return {
    id: events.fileId(event),
    author: accounts.name(events.author(event)),
    created: iso(events.created(event)),
    started: iso(events.started(event)),
    updated: iso(events.updated(event)),
  };
}
