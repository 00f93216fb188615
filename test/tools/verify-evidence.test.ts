import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CHAIN_START, chain, type EvidenceEntry, type EvidenceFacts } from '../../src/domain/evidence';
import { instant } from '../domain/arbitraries';
import { jsonCopy } from '../fakes/json-copy';
import { sha256 } from '../fakes/world';

const COMMAND = join(__dirname, 'verify-evidence.mjs');
const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const facts: fc.Arbitrary<EvidenceFacts> = fc.record({
  kind: fc.constantFrom('reclaim-done', 'profile-saved'),
  at: instant,
  by: fc.option(fc.constant('u-1')),
  subject: fc.option(fc.constant('u-2')),
  candidate: fc.option(fc.constant('RC0000001')),
  text: fc.string({ unit: 'binary' }),
  details: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue() as fc.Arbitrary<unknown>),
});

/** Anything the app could ever write, as the pages show it. */
const LOG = (() => {
  const entries: EvidenceEntry[] = [];
  for (const each of fc.sample(facts, { numRuns: 300, seed: 1 }))
    entries.push(chain(entries.at(-1) ?? CHAIN_START, jsonCopy(each), sha256));
  return entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
})();
const last = LOG.at(-1) as (typeof LOG)[number];
const HEADING = {
  format: 'license-management-evidence',
  version: 1,
  exportedAt: '2026-11-23T09:30:00.000Z',
  head: { sequence: last.sequence, hash: last.hash },
};

let files = 0;
function run(lines: readonly object[] | string, ...more: string[]) {
  files += 1;
  const file = join(folder, `${files}.ndjson`);
  writeFileSync(file, typeof lines === 'string' ? lines : lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, file, ...more], { encoding: 'utf8' });
  return { status, text: (stdout + stderr).trim() };
}
const anchorOf = ({ sequence, hash }: { sequence: number; hash: string }) => `${sequence}:${hash}`;

test('proves an export, whatever is in it', () => {
  expect(run([HEADING, ...LOG])).toEqual({
    status: 0,
    text: `Proven: 300 entries, each unchanged and following from the one before. Last fingerprint: ${anchorOf(last)}`,
  });
});

test('proves entries alone, and says what it could not see', () => {
  expect(run(JSON.stringify(LOG)).text).toContain('entries missing at its end can’t be noticed');
  expect(run(LOG).status).toBe(0);
});

test('proves an empty log', () => {
  expect(run([{ ...HEADING, head: CHAIN_START }]).status).toBe(0);
});

test('knows an entry again that somebody kept', () => {
  const kept = LOG[41] as (typeof LOG)[number];
  expect(run([HEADING, ...LOG], '--anchor', anchorOf(kept))).toMatchObject({ status: 0 });
  const other = anchorOf({ ...kept, hash: 'f'.repeat(64) });
  expect(run([HEADING, ...LOG], '--anchor', other)).toEqual({
    status: 1,
    text: 'Broken: Entry 42 is not the one you know: the log was written anew.',
  });
});

const edited = (change: object) => (lines: object[]) =>
  lines.map((line, index) => (index === 7 ? { ...line, ...change } : line));

test.each<[string, (lines: object[]) => object[], string]>([
  ['an edit', edited({ text: 'x' }), 'Entry 7 was changed'],
  ['a field too many', edited({ note: 'x' }), 'Entry 7 was changed'],
  ['an entry taken out', (lines) => lines.filter((_, index) => index !== 7), 'Entry 7 is missing'],
  ['entries cut off the end', (lines) => lines.slice(0, -3), 'ends with entry 297, but the log had 300'],
  [
    'an entry twice',
    (lines) => lines.flatMap((line, index) => (index === 7 ? [line, line] : [line])),
    'Entry 8 is missing: 7 follows 7',
  ],
])('notices %s', (_name, change, text) => {
  const result = run(change([HEADING, ...LOG]));
  expect(result).toMatchObject({ status: 1, text: expect.stringContaining(text) as string });
  expect(result.text).not.toContain('\n');
});

test.each([
  ['', 'The file is empty.'],
  ['No.,When\r\n1,x', 'Only the JSON export can be verified, not CSV.'],
  ['{"format":"license-management-evidence","version":2}', 'Version 2 of the format is not known'],
  ['{"sequence":1,"hash":"x"}\n{', 'Line 2 is not JSON.'],
  ['[{}]', 'Entry 1 of the file has no number'],
])('%j is no exported log', (text, message) => {
  expect(run(text)).toMatchObject({ status: 2, text: expect.stringContaining(message) as string });
});

test('says how it is used, and when there is no such file', () => {
  const none = spawnSync(process.execPath, [COMMAND], { encoding: 'utf8' });
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('Usage') as string]);
  const missing = spawnSync(process.execPath, [COMMAND, join(folder, 'none')], { encoding: 'utf8' });
  expect([missing.status, missing.stderr]).toEqual([2, 'The file can’t be read (ENOENT).\n']);
});

describe('a log whose old entries were deleted', () => {
  const before = LOG[99] as (typeof LOG)[number];
  const start = { sequence: before.sequence, hash: before.hash };
  const details = { upTo: start.sequence, hash: start.hash, entries: 100 };
  const nobody = { by: null, subject: null, candidate: null, text: '' };
  const sealed = chain(last, { ...nobody, kind: 'evidence-deleted', at: 0, details }, sha256);
  const checkpoint = { ...sealed, at: new Date(sealed.at).toISOString() };
  const heading = { ...HEADING, start, head: { sequence: checkpoint.sequence, hash: checkpoint.hash } };
  const kept = [...LOG.slice(100), checkpoint];

  test('is proven from the start that the log records', () => {
    const { status, text } = run([heading, ...kept], '--anchor', anchorOf(last));
    expect(text).toContain('Proven: 201 entries');
    expect(text).toContain('Entries up to 100 were deleted, which the log records.');
    expect(status).toBe(0);
    expect(run([heading, ...kept], '--anchor', anchorOf(start)).status).toBe(0);
  });

  test.each<[string, readonly object[], string]>([
    ['without a start', [{ ...heading, start: undefined }, ...kept], 'Entry 1 is missing'],
    ['with a start nobody recorded', [{ ...HEADING, start }, ...LOG.slice(100)], 'no entry records'],
    ['with more taken out', [heading, ...kept.slice(1)], 'Entry 101 is missing'],
  ])('is broken %s', (_name, lines, problem) => {
    const { status, text } = run(lines);
    expect(text).toContain(problem);
    expect(status).toBe(1);
  });

  test('can’t be compared with an entry that is gone', () => {
    expect(run([heading, ...kept], '--anchor', anchorOf(LOG[4] as (typeof LOG)[number])).text).toContain('was deleted');
  });
});
