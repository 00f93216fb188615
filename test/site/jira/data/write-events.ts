import type { NameTable } from './name-table';
import { COMMENT, HISTORY, NOT_GIVEN, WORKLOG, type EventTable } from './event-table';
import type { IssueRecord } from './records';

/** Puts the comments, changes and worklogs of an issue into the table, in this order. */
export function appendEvents(events: EventTable, record: IssueRecord, accounts: NameTable): void {
  for (const { id, author, created, updated, updateAuthor } of record.comments) {
    const editor = updateAuthor === undefined ? NOT_GIVEN : accounts.indexOf(updateAuthor);
    const [at, changed] = [Date.parse(created), Date.parse(updated)];
    events.push({
      kind: COMMENT,
      id,
      author: accounts.indexOf(author),
      created: at,
      updated: changed,
      editor,
      started: at,
    });
  }
  for (const { id, author, created } of record.histories) {
    const at = Date.parse(created);
    const who = accounts.indexOf(author);
    events.push({ kind: HISTORY, id, author: who, created: at, updated: at, editor: NOT_GIVEN, started: at });
  }
  for (const { id, author, created, started, updated } of record.worklogs)
    events.push({
      kind: WORKLOG,
      id,
      author: accounts.indexOf(author),
      created: Date.parse(created),
      updated: Date.parse(updated),
      editor: NOT_GIVEN,
      started: Date.parse(started),
    });
}

/** When the issue last changed, judged by what happened in it: the `updated` of a record that has none. */
export function latestEvent(record: IssueRecord): number {
  let latest = Date.parse(record.created);
  for (const { created, updated } of [...record.comments, ...record.worklogs])
    latest = Math.max(latest, Date.parse(created), Date.parse(updated));
  for (const { created } of record.histories) latest = Math.max(latest, Date.parse(created));
  return latest;
}
