import type { Instant } from '../../../../../src/shared/contract';
import type { Person } from '../../api/person';
import { BYTE_ORDER_MARK, csvHead, csvLines, type CsvColumn } from './csv';

export type ListForm = 'csv' | 'json';

/** A row of a list about people, with its person where Jira tells the name. */
export interface Named<Row> {
  readonly row: Row;
  readonly person: Person | undefined;
}

/** One column of a list: what a spreadsheet shows, and the field of a program's file. */
export interface ListColumn<Row> extends CsvColumn<Named<Row>> {
  readonly key: string;
}

/** What a file for programs says about itself, so that it explains itself later. */
export interface ListHeader {
  readonly format: string;
  readonly exportedAt: Instant;
  /** What was asked for, by the names the address has; empty: everything. */
  readonly filters: Readonly<Record<string, string>>;
}

export interface ListFile {
  readonly type: string;
  readonly parts: readonly string[];
}

/** A list as a file: CSV for spreadsheets, safe against formulas, or JSON with the same columns for programs. */
export function listFile<Row>(
  form: ListForm,
  columns: readonly ListColumn<Row>[],
  rows: readonly Named<Row>[],
  header: ListHeader,
): ListFile {
  if (form === 'csv')
    return { type: 'text/csv;charset=utf-8', parts: [BYTE_ORDER_MARK, csvHead(columns), csvLines(columns, rows)] };
  const records = rows.map((row) => Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
  const text = JSON.stringify({ ...header, version: 1, rows: records }, null, 1);
  return { type: 'application/json', parts: [text, '\n'] };
}
