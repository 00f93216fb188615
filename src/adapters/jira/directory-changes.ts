import { asApp, route } from '@forge/api';
import { accessChangeOf } from '../../domain/audit-log/access-change';
import { accountsNamed, groupsNamed } from '../../domain/audit-log/audit-entry';
import { toIso, type Instant } from '../../domain/instant';
import type { DirectoryChange, DirectoryChanges } from '../../ports/directory';
import { AuditRecord, AuditRecords, inOurWords } from './activity-schemas';
import type { JiraCalls } from './jira-calls';
import { readElements } from './read-elements';

/** Small, because the most a call can cost is held back from the budget before it is sent; a record costs the same in any page. */
const PAGE = 200;
/** Beyond this, reading the groups is the better way. */
const MOST_PAGES = 50;

/**
 * Reads what the audit log tells about accounts and memberships. Its order is not documented and its total counts the whole site,
 * so the time that a full page covers is taken away from the time that is asked for, at whichever end it lies.
 */
export async function readDirectoryChanges(calls: JiraCalls, from: Instant, to: Instant): Promise<DirectoryChanges> {
  const found = new Map<AuditRecord['id'], AuditRecord>();
  let [since, until, offset] = [from, to, 0];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { records, unread, full } = await readPage(calls, since, until, offset);
    if (unread > 0) return { changes: [], complete: false };
    for (const record of records) found.set(record.id, record);
    if (!full) return { changes: inOrder([...found.values()]).flatMap(changesOf), complete: true };
    const times = records.map(({ created }) => created);
    const [oldest, newest] = [Math.min(...times), Math.max(...times)];
    // More records of one moment than fit on a page: only their position tells them apart.
    offset = oldest === newest ? offset + records.length : 0;
    if (offset > 0) continue;
    if ((times[0] ?? 0) > (times.at(-1) ?? 0)) until = oldest;
    else since = newest;
  }
  return { changes: [], complete: false };
}

async function readPage(calls: JiraCalls, from: Instant, to: Instant, offset: number) {
  // Every record about an account or a membership has the word in its category, its summary or the type of its object.
  const filter = 'user';
  const [fromText, toText] = [withOffset(from), withOffset(to)];
  const answer = await calls.read({
    operation: 'GET /rest/api/3/auditing/record',
    charge: { perObject: 1, atMost: PAGE },
    send: () =>
      asApp().requestJira(
        route`/rest/api/3/auditing/record?filter=${filter}&from=${fromText}&to=${toText}&offset=${offset}&limit=${PAGE}`,
      ),
    schema: AuditRecords,
    objects: (found) => found.records.length,
  });
  const { values, damaged } = readElements(AuditRecord, answer.records);
  const full = answer.records.length >= Math.min(PAGE, answer.limit ?? PAGE) && answer.records.length > 0;
  return { records: values, unread: damaged.length, full };
}

function inOrder(records: readonly AuditRecord[]): AuditRecord[] {
  return [...records].sort((a, b) => a.created - b.created || Number(a.id) - Number(b.id));
}

/** What isn't understood leaves open what became of the accounts and groups it names. */
function changesOf(record: AuditRecord): DirectoryChange[] {
  const entry = inOurWords(record);
  const change = accessChangeOf(entry);
  if (change === 'none') return [];
  const at = record.created;
  const groups = groupsNamed(entry);
  return accountsNamed(entry).flatMap((accountId): DirectoryChange[] => {
    if (change === 'joined' || change === 'left')
      return groups.map((group) => ({ at, accountId, group, joined: change === 'joined' }));
    if (change !== 'unclear' || groups.length === 0) return [{ at, accountId, group: null, joined: null }];
    return groups.map((group) => ({ at, accountId, group, joined: null }));
  });
}

/** `2026-11-22T00:00:00.000+0000`: without an offset the answer is empty. */
function withOffset(at: Instant): string {
  return toIso(at).replace('Z', '+0000');
}
