import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const PROJECT = join(__dirname, '../..');
const ESLINT = join(PROJECT, 'node_modules/eslint/bin/eslint.js');
const Report = z.array(
  z.object({ messages: z.array(z.object({ ruleId: z.string().nullable(), line: z.number(), message: z.string() })) }),
);

/** What could carry something from one customer's invocation into another's, a line each. */
const REFUSED = [
  'let last: string | undefined;',
  'var count = 0;',
  'export let found = 1;',
  'const byAccount = new Map<string, number>();',
  'export const seen: Set<string> = new Set();',
  'const weak = new WeakMap<object, string>();',
  'const list: string[] = [];',
  'const settings = { days: 60 };',
  'const nested: { readonly days: number[] } = { days: [] };',
  'const rows = Array.from({ length: 3 }, (_, n) => n);',
  'class Held { private value = 1; next() { return (this.value += 1); } } const held = new Held();',
  'const hidden: Readonly<Record<string, unknown>> = { cache: new Map<string, string>() };',
  'class Kept { static latest = 1; }',
  'class Counted { static readonly byKey = new Map<string, number>(); }',
  'const words = /\\w+/g;',
];

/** What every module may have. */
const ACCEPTED = [
  "const NAMES = ['a', 'b'] as const;",
  'const LIMITS: readonly number[] = [1, 2];',
  "const KNOWN: ReadonlySet<string> = new Set(['a']);",
  "const GROUPS: Readonly<Record<string, ReadonlySet<string>>> = { a: new Set(['a']) };",
  'const KEY = /^[A-Z]+$/;',
  'const make = () => new Map<string, number>();',
  'class Each { private readonly own = new Map<string, number>(); size() { return this.own.size; } }',
  'function count() { let n = 0; n += 1; return n; }',
];

/** Lines that the project's own configuration refuses in a file of `src` for keeping state. */
function refusedLines(lines: readonly string[]): number[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [ESLINT, '--stdin', '--stdin-filename', 'src/domain/instant.ts', '--format', 'json'],
    // Else the parser takes what it finds in the file.
    { cwd: PROJECT, env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' }, input: lines.join('\n'), encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  const messages = Report.parse(JSON.parse(stdout)).flatMap((file) => file.messages);
  const refused = messages.filter(({ ruleId }) => ruleId === 'app/no-module-state');
  return [...new Set(refused.map(({ line }) => line))].sort((a, b) => a - b);
}

test('nothing in src can outlive an invocation', () => {
  const lines = [...REFUSED, ...ACCEPTED];
  expect(refusedLines(lines).map((line) => lines[line - 1])).toEqual(REFUSED);
}, 60_000);
