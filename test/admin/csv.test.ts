import fc from 'fast-check';
import { csvHead, csvLines, type CsvColumn } from '../../static/admin/src/components/export/csv';

type Row = readonly (string | number | null)[];
const columns: readonly CsvColumn<Row>[] = ['A', 'B'].map((header, index) => ({
  header,
  value: (row) => row[index] ?? null,
}));

/** A reader of RFC 4180, written apart from the writer. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('what was written is read again, whatever it holds', () => {
  const safe = fc.string().filter((text) => !/[=+\-@\t\r]/.test(text));
  const row = fc.tuple(safe, fc.integer());
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(read(csvHead(columns) + csvLines(columns, rows))).toEqual([
        ['A', 'B'],
        ...rows.map(([text, number]) => [text, String(number)]),
      ]);
    }),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['Max;=1', "Max;'=1"],
  ['Max;"=1"', 'Max;\'"=1"'],
  ['a; +1;-2', "a;' +1;'-2"],
  ['a\r\n@x', "a\r\n'@x"],
  ['＝1', "'＝1"],
  ['x-y; z, -1', 'x-y; z, -1'],
])('%j is written as %j, which is never run as a formula', (text, plain) => {
  expect(read(csvLines(columns, [['x', text]]))).toEqual([['x', plain]]);
});

/** How spreadsheets of several languages cut a line into cells: quotes count only at the beginning of a cell. */
const SEPARATORS = [';', '\t', '|'];

test('no cell of any text begins a formula, whatever separates cells', () => {
  const part = fc.constantFrom('Max', '=1+1', '-', '+', '@', ';', '\t', '|', '\r\n', '\n', '"', ' ', ',', "'", '＝');
  const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, fc.constantFrom(...SEPARATORS), (a, b, separator) => {
      const cells = csvLines(columns, [[a, b]])
        .split(/\r\n|\r|\n/)
        .flatMap((line) => line.split(separator));
      for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
    }),
  );
});

test('a negative number stays a number', () => {
  expect(csvLines(columns, [[-5, 'x']])).toBe('-5,x\r\n');
});
