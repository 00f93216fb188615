import type { EvidenceAnchor, EvidenceEntryView, Instant } from '../../../../../src/shared/contract';
import { BYTE_ORDER_MARK, csvHead, csvLines, type CsvColumn } from '../../components/export/csv';

/** A form in which the log can be saved. */
export interface LogForm {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  readonly head: (head: EvidenceAnchor, exportedAt: Instant) => string;
  readonly lines: (entries: readonly EvidenceEntryView[]) => string;
}

const COLUMNS: readonly CsvColumn<EvidenceEntryView>[] = [
  { header: 'No.', value: ({ sequence }) => sequence },
  { header: 'When (UTC)', value: ({ at }) => at },
  { header: 'Kind', value: ({ kind }) => kind },
  { header: 'What', value: ({ text }) => text },
  { header: 'Person (account id)', value: ({ subject }) => subject },
  { header: 'By (account id)', value: ({ by }) => by ?? 'License management' },
  { header: 'Candidate', value: ({ candidate }) => candidate },
  { header: 'Details', value: ({ details }) => JSON.stringify(details) },
  { header: 'Fingerprint before', value: ({ previousHash }) => previousHash },
  { header: 'Fingerprint', value: ({ hash }) => hash },
];

/** For spreadsheets. */
export const CSV_FORM: LogForm = {
  label: 'CSV',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  head: () => BYTE_ORDER_MARK + csvHead(COLUMNS),
  lines: (entries) => csvLines(COLUMNS, entries),
};

/** To be verified without the app: docs/evidence.md. */
export const JSON_FORM: LogForm = {
  label: 'JSON',
  extension: 'ndjson',
  type: 'application/x-ndjson',
  head: (head, exportedAt) => jsonLine({ format: 'license-management-evidence', version: 1, exportedAt, head }),
  lines: (entries) => entries.map(jsonLine).join(''),
};

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
