import type { AccountId, EvidenceEntryView, Instant } from '../../../../../src/shared/contract';
import { BYTE_ORDER_MARK, csvHead, csvLines, type CsvColumn } from '../../components/export/csv';
import type { LogEnds } from './read-log';

type People = Readonly<Record<string, AccountId>>;

/** A form in which the log can be saved. */
export interface LogForm {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  /** What it says about people. */
  readonly holds: string;
  readonly head: (ends: LogEnds, exportedAt: Instant) => string;
  /** `people`: whom the pseudonyms stand for. */
  readonly lines: (entries: readonly EvidenceEntryView[], people: People) => string;
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
  holds: 'It holds account ids, no names.',
  head: () => BYTE_ORDER_MARK + csvHead(COLUMNS),
  lines: (entries, people) =>
    csvLines(
      COLUMNS,
      entries.map((entry) => named(entry, people)),
    ),
};

/** Whoever was erased keeps the pseudonym. */
function named({ by, subject, ...entry }: EvidenceEntryView, people: People): EvidenceEntryView {
  const nameOf = (id: string | null) =>
    id === null ? null : ((Object.hasOwn(people, id) ? people[id] : undefined) ?? id);
  return { ...entry, by: nameOf(by), subject: nameOf(subject) };
}

/** As it was sealed, pseudonyms only: it can be verified without the app (docs/evidence.md), and kept when people are erased. */
export const JSON_FORM: LogForm = {
  label: 'JSON',
  extension: 'ndjson',
  type: 'application/x-ndjson',
  holds: 'It holds pseudonyms, no account ids.',
  head: ({ start, head }, exportedAt) =>
    jsonLine({ format: 'license-management-evidence', version: 1, exportedAt, start, head }),
  lines: (entries) => entries.map(jsonLine).join(''),
};

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
