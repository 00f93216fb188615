/** One column of a file: its heading and what stands below it. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
}

/** Spreadsheets run a text that begins like this as a formula. */
const FORMULA = /^["'\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/**
 * They may also take this for the beginning of a cell: which mark separates cells depends on their language. A comma does here, so
 * it is safe within quotes.
 */
const FORMULA_WITHIN = /[;|\t\r\n](?=["' \u00a0]*[=+\-@＝＋－＠])/g;
const NEEDS_QUOTES = /[",\r\n]/;
/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The line of headings. */
export function csvHead<Row>(columns: readonly CsvColumn<Row>[]): string {
  return line(columns.map(({ header }) => header));
}

/** One line for every row (RFC 4180). What a spreadsheet would run as a formula is made plain with an apostrophe. */
export function csvLines<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => line(columns.map(({ value }) => value(row)))).join('');
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const within = cell.replace(FORMULA_WITHIN, "$&'");
  const plain = FORMULA.test(cell) ? `'${within}` : within;
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
