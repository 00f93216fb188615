import { badRequest, forbidden, ok } from '../door/answer';
import type { Call, Operation } from '../door/operation';
import { auditBean, filterText } from '../represent/audit';
import type { AuditEntry } from '../state/audit-log';
import { END_OF_TIME } from '../state/time-index';
import { requireJiraAdmin } from './require';

const MAX_RECORDS = 1000;
const HAS_OFFSET = /(Z|[+-]\d\d:?\d\d)$/i;

const record: Operation = {
  method: 'GET',
  path: '/rest/api/3/auditing/record',
  query: ['offset', 'limit', 'filter', 'from', 'to'],
  run(call) {
    const { state, query } = call;
    requireJiraAdmin(call, 'You are not allowed to view the audit log.');
    if (state.data.site.plan === 'free') throw forbidden('The audit log is not available on the free plan.');
    const [offset, limit] = [query.whole('offset', 0), Math.min(query.whole('limit', MAX_RECORDS), MAX_RECORDS)];
    if (offset < 0 || limit < 0) throw badRequest('offset and limit must not be negative.');
    const records = found(call)
      .slice(offset, offset + limit)
      .map((entry) => auditBean(state, entry.record));
    // The total counts the whole site, whatever was filtered.
    return ok({ offset, limit, total: state.audit.size, records }, 1 + records.length);
  },
};

function found({ state, query }: Call): AuditEntry[] {
  const [from, to] = [query.text('from'), query.text('to')];
  const zoneless = [from, to].some((time) => time !== undefined && !HAS_OFFSET.test(time));
  if (zoneless && state.switches.get('auditZonelessIsEmpty')) return [];
  const entries = state.audit.between(instant(from, 0), instant(to, END_OF_TIME));
  if (state.switches.get('auditOrder') === 'newest-first') entries.reverse();
  const terms = (query.text('filter') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  if (terms.length === 0) return entries;
  return entries.filter((entry) => {
    const text = filterText(state, entry.record);
    return terms.every((term) => text.includes(term));
  });
}

function instant(time: string | undefined, otherwise: number): number {
  if (time === undefined || time === '') return otherwise;
  const ms = Date.parse(HAS_OFFSET.test(time) ? time : `${time.includes('T') ? time : `${time}T00:00:00`}Z`);
  if (Number.isNaN(ms)) throw badRequest(`'${time}' is not a valid date.`);
  return ms;
}

export const audit: readonly Operation[] = [record];
