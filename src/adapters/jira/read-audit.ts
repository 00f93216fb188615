import { asApp, route } from '@forge/api';
import type { ActivityFact, AssignmentFact } from '../../domain/activity';
import { kindOfCategory } from '../../domain/audit-category';
import { toIso, type Instant } from '../../domain/instant';
import type { AuditSlice } from '../../ports/activity-source';
import { AuditRecord, AuditRecords } from './activity-schemas';
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
    full: answer.records.length >= Math.min(PAGE, answer.limit || PAGE),
  };
}

/** What nobody is known to have done tells of nobody. */
function factOf({ id, authorAccountId, category, created }: AuditRecord): ActivityFact[] {
  if (!authorAccountId) return [];
  return [{ accountId: authorAccountId, kind: kindOfCategory(category), at: created, ref: `audit:${id}` }];
}

function assignmentsOf({ category, summary, objectItem, associatedItems, created }: AuditRecord): AssignmentFact[] {
  if (category !== 'group management' || !/added/i.test(summary)) return [];
  const items = [...(objectItem ? [objectItem] : []), ...(associatedItems ?? [])];
  return items
    .filter((item) => item.typeName === 'USER' && item.id)
    .map((item) => ({ accountId: item.id ?? '', at: created }));
}

/** `2026-11-22T00:00:00.000+0000`: without an offset the gateway answers 200 with no records. */
function withOffset(at: Instant): string {
  return toIso(at).replace('Z', '+0000');
}
