import { RecordError, type ProductEvent } from '../../core/parts';
import { parseRecord } from '../data/parse-record';
import type { CommentRecord, IssueRecord } from '../data/records';
import { latestEvent } from '../data/write-events';
import type { SiteState } from '../state/site-state';
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
  const record = parseRecord('issue', before === undefined ? fresh(input) : merged(before, input));
  checkPeople(state, record);
  const after = { ...record, updated: updatedOf(state, before, record, input['updated'] !== undefined) };
  const changed = state.issues.put(after, state.now());
  return issueEvents(state, changed, before, after);
}

const fresh = (input: Readonly<Record<string, unknown>>) => ({
  kind: 'issue',
  comments: [],
  histories: [],
  worklogs: [],
  ...input,
});

function merged(before: IssueRecord, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before, ...input };
  for (const list of LISTS) {
    const given = input[list];
    if (!Array.isArray(given)) continue;
    const byId = new Map<unknown, unknown>(before[list].map((entry) => [entry.id, entry]));
    for (const entry of given as unknown[]) byId.set(idOf(entry), entry);
    after[list] = [...byId.values()];
  }
  return after;
}

function idOf(entry: unknown): unknown {
  const id = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined;
  return typeof id === 'number' ? String(id) : id;
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
