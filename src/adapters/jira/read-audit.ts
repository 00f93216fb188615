import { asApp, route } from '@forge/api';
import type { ActivityFact, AssignmentFact } from '../../domain/activity';
import { accessChangeOf, mayGiveAccess } from '../../domain/audit-log/access-change';
import { kindOfEntry } from '../../domain/audit-log/audit-category';
import { accountsNamed, groupsNamed } from '../../domain/audit-log/audit-entry';
import { toIso, type Instant } from '../../domain/instant';
import type { AuditSlice } from '../../ports/activity-source';
import { AuditRecord, AuditRecords, inOurWords } from './activity-schemas';
import type { JiraCalls } from './jira-calls';
import { readElements } from './read-elements';

const PAGE = 1000;

/**
 * Reads one slice of the audit log. Nothing is concluded from the order of the records, which is not documented, nor from
 * `total`, which counts the whole site. A record that is answered twice counts once.
 */
export async function readAuditSlice(calls: JiraCalls, from: Instant, to: Instant): Promise<AuditSlice> {
  const [fromText, toText] = [withOffset(from), withOffset(to)];
  const answer = await calls.read({
    operation: 'GET /rest/api/3/auditing/record',
    charge: { perObject: 1, atMost: PAGE },
    send: () =>
      asApp().requestJira(route`/rest/api/3/auditing/record?from=${fromText}&to=${toText}&offset=0&limit=${PAGE}`),
    schema: AuditRecords,
    objects: ({ records }) => records.length,
  });
  const { values, damaged } = readElements(AuditRecord, answer.records);
  const records = [...new Map(values.map((record) => [record.id, record])).values()];
  return {
    records: records.length,
    facts: records.flatMap(factOf),
    assignments: records.flatMap(assignmentsOf),
    unread: damaged.length,
    notUnderstood: records.filter(isUnclear).map(({ created }) => created),
    full: answer.records.length >= Math.min(PAGE, answer.limit || PAGE),
  };
}

/** What nobody is known to have done tells of nobody. */
function factOf(record: AuditRecord): ActivityFact[] {
  const { id, authorAccountId, created } = record;
  if (!authorAccountId) return [];
  return [{ accountId: authorAccountId, kind: kindOfEntry(inOurWords(record)), at: created, ref: `audit:${id}` }];
}

function assignmentsOf(record: AuditRecord): AssignmentFact[] {
  const entry = inOurWords(record);
  const change = accessChangeOf(entry);
  if (!mayGiveAccess(change)) return [];
  // Of an entry that isn't understood the groups it names say nothing.
  const groups = change === 'joined' ? groupsNamed(entry) : [];
  return accountsNamed(entry).map((accountId) => ({ accountId, at: record.created, groups }));
}

/** By what it means for its author, or for whom it names. */
function isUnclear(record: AuditRecord): boolean {
  const entry = inOurWords(record);
  const isUnclearWork = Boolean(record.authorAccountId) && kindOfEntry(entry) === 'admin-unclear';
  return isUnclearWork || (accessChangeOf(entry) === 'unclear' && accountsNamed(entry).length > 0);
}

/** `2026-11-22T00:00:00.000+0000`: without an offset the gateway answers 200 with no records. */
function withOffset(at: Instant): string {
  return toIso(at).replace('Z', '+0000');
}
