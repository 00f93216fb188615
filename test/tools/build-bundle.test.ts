import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULE = join(__dirname, 'build-bundle.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundles-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A builder that has just finished. */
function finished(name: string): string {
  const unfinished = join(folder, name);
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, 'index.js'), name);
  return unfinished;
}

function keep(unfinished: string, bundle: string): void {
  const script = `import { keep } from ${JSON.stringify(MODULE)}; keep(process.argv[1], process.argv[2]);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, unfinished, bundle]);
}

test('of two builders of the same bundle the first one’s is kept, and the second goes on with it', () => {
  const bundle = join(folder, 'bundle');
  const [first, second] = [finished('unfinished-1'), finished('unfinished-2')];
  keep(first, bundle);
  keep(second, bundle);
  expect(readFileSync(join(bundle, 'index.js'), 'utf8')).toBe('unfinished-1');
  expect(existsSync(second)).toBe(false);
});

test('any other trouble is not hidden', () => {
  expect(() => keep(join(folder, 'nothing-there'), join(folder, 'bundle'))).toThrow(/ENOENT/);
});
