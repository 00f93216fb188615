import type { Instant, SubscriptionTable } from '../../../../../../src/shared/contract';
import type { People } from '../../../api/person';
import { BYTE_ORDER_MARK, csvHead, csvLines } from '../../../components/export/csv';
import type { Seat } from '../list/seat';
import type { RefOf } from './read-refs';
import { exportColumns, exportRecord, type ExportLine } from './lines';

/** Said at the top of a file for programs, so that it explains itself later. */
export interface ExportHeader {
  readonly generatedAt: Instant;
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly readAt: Instant }[];
  /** Filters by the names they have in the address; empty: every seat. */
  readonly filters: Readonly<Record<string, string>>;
  readonly coverage: SubscriptionTable['coverage'];
}

/** How a file is written, piece by piece. */
export interface ExportForm {
  readonly extension: string;
  /** Whether it names the work items behind activity. */
  readonly hasRefs: boolean;
  readonly type: string;
  readonly head: (header: ExportHeader, seats: number, withNames: boolean) => string;
  readonly lines: (lines: readonly ExportLine[], withNames: boolean, isFirst: boolean) => string;
  readonly foot: string;
}

const CSV: ExportForm = {
  extension: 'csv',
  hasRefs: false,
  type: 'text/csv;charset=utf-8',
  head: (_header, _seats, withNames) => BYTE_ORDER_MARK + csvHead(exportColumns(withNames)),
  lines: (lines, withNames) => csvLines(exportColumns(withNames), lines),
  foot: '',
};

const JSON_TEXT: ExportForm = {
  extension: 'json',
  hasRefs: true,
  type: 'application/json',
  head: (header, seats, withNames) =>
    `{"format":"license-management-subscriptions","version":1,"header":${JSON.stringify({ ...header, seats, withNames })},\n"seats":[`,
  lines: (lines, withNames, isFirst) =>
    lines
      .map((line, index) => `${isFirst && index === 0 ? '' : ','}\n${JSON.stringify(exportRecord(line, withNames))}`)
      .join(''),
  foot: '\n]}\n',
};

export const FORMS = { csv: CSV, json: JSON_TEXT } as const;

/** Seats written between two breaths: the page stays usable, and can be told to stop. */
const CHUNK = 2000;

/** Writes a file in pieces. `people` is undefined where names are not wanted. Throws the signal's reason when it is stopped. */
export async function writeSeats(
  form: ExportForm,
  header: ExportHeader,
  {
    seats,
    people,
    refs,
  }: { readonly seats: readonly Seat[]; readonly people: People | undefined; readonly refs: RefOf },
  { progress, signal }: { readonly progress: (written: number) => void; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const withNames = people !== undefined;
  const parts = [form.head(header, seats.length, withNames)];
  for (let start = 0; start < seats.length; start += CHUNK) {
    const lines = seats
      .slice(start, start + CHUNK)
      .map((seat): ExportLine => ({ seat, person: people?.get(seat.accountId), ref: refs(seat) }));
    parts.push(form.lines(lines, withNames, start === 0));
    progress(start + lines.length);
    await new Promise((done) => setTimeout(done));
    signal.throwIfAborted();
  }
  return [...parts, form.foot];
}
