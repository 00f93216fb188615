import { RecordError, type ProductEvent } from '../../core/parts';
import { parseRecord } from '../data/parse-record';
import type { CommentRecord, IssueRecord } from '../data/records';
import { latestEvent } from '../data/write-events';
import type { SiteState } from '../state/site-state';
import { checkEventIds } from './event-ids';
import { issueEvents } from './issue-events';

const LISTS = ['comments', 'histories', 'worklogs'] as const;

/**
 * Adds an issue, or merges into one that is there: fields that are given replace, entries of comments, histories and
 * worklogs are added or replaced by id. Answers the events that follow.
 */
export function changeIssue(state: SiteState, input: Readonly<Record<string, unknown>>): ProductEvent[] {
  const { table } = state.issues;
  const row = typeof input['key'] === 'string' ? table.rowOfKey(input['key']) : undefined;
  const before = row === undefined ? undefined : table.record(row);
  const given = parseRecord('issue', { kind: 'issue', ...before, comments: [], histories: [], worklogs: [], ...input });
  checkPeople(state, given);
  checkEventIds(table, before, given);
  const record = before === undefined ? given : merged(before, given);
  const after = { ...record, updated: updatedOf(state, before, record, input['updated'] !== undefined) };
  const changed = state.issues.put(after, state.now());
  return issueEvents(state, changed, before, after);
}

function merged(before: IssueRecord, given: IssueRecord): IssueRecord {
  const byId = <Entry extends { id: string }>(known: readonly Entry[], more: readonly Entry[]): Entry[] => [
    ...new Map([...known, ...more].map((entry) => [entry.id, entry])).values(),
  ];
  return {
    ...given,
    comments: byId(before.comments, given.comments),
    histories: byId(before.histories, given.histories),
    worklogs: byId(before.worklogs, given.worklogs),
  };
}

/** A changed issue's `updated` moves forward: to what the change says, its newest event, or now. */
function updatedOf(state: SiteState, before: IssueRecord | undefined, after: IssueRecord, given: boolean): string {
  if (given && after.updated !== undefined) return after.updated;
  const newest = latestEvent(after);
  if (before === undefined) return new Date(newest).toISOString();
  const previous = Date.parse(before.updated ?? before.created);
  return new Date(newest > previous ? newest : Math.max(previous, state.now())).toISOString();
}

function checkPeople(state: SiteState, record: IssueRecord): void {
  if (!record.key.startsWith(`${record.project}-`))
    throw new RecordError(`issue field key: ${record.key} is not in project ${record.project}`);
  check(state, 'creator', record.creator);
  for (const list of LISTS)
    for (const [index, entry] of record[list].entries()) {
      check(state, `${list}[${index}].author`, entry.author);
      if ('updateAuthor' in entry)
        check(state, `${list}[${index}].updateAuthor`, (entry as CommentRecord).updateAuthor ?? null);
    }
}

function check({ directory }: SiteState, field: string, accountId: string | null): void {
  if (accountId !== null && directory.user(accountId) === undefined)
    throw new RecordError(`issue field ${field}: there is no user ${accountId}`);
}
