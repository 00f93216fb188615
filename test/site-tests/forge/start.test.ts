import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** The app may have to be bundled first. */
const PATIENCE_MS = 180_000;

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill();
});

/** Starts the site as `npm start` does once everything is built, and waits for its end. */
function start(...flags: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'test/site/start.ts'), ...flags], {
      cwd: ROOT,
    });
    started.push(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const KEYS = [
  ...['profile', 'byRole', 'potentialSavings', 'requests', 'points', 'kvsUnits', 'queuePushes', 'invocations'],
  ...['gbSeconds', 'peakMemoryMb', 'seconds', 'gaps'],
];
const lastObject = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;

test(
  '--once runs the main job and prints one JSON object last',
  async () => {
    const { code, stdout } = await start('--once', '--seats', '40', '--issues', '100');
    const summary = lastObject(stdout);
    expect(code).toBe(0);
    expect(Object.keys(summary)).toEqual(KEYS);
    expect(summary['profile']).toBe('Jira integration');
    expect(Object.values(summary['byRole'] as object)[0]).toEqual({
      seats: expect.any(Number) as number,
      active: expect.any(Number) as number,
      inactive: expect.any(Number) as number,
      unknown: expect.any(Number) as number,
      candidates: expect.any(Number) as number,
    });
  },
  PATIENCE_MS,
);

test(
  '--once with several sites prints the first one’s object, with the others’ in it',
  async () => {
    const { code, stdout } = await start('--once', '--sites', '2', '--seats', '15', '--issues', '20');
    const { otherSites, ...first } = lastObject(stdout);
    expect(code).toBe(0);
    expect(Object.keys(first)).toEqual(KEYS);
    expect((otherSites as object[]).map((each) => Object.keys(each))).toEqual([['site', ...KEYS]]);
    expect(otherSites).toMatchObject([{ site: 'northwind-2', profile: 'Jira integration' }]);
  },
  PATIENCE_MS,
);

test(
  '--once whose job fails prints the same object with the reason, and ends with 1',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-data-'));
    const data = join(dir, 'nobody.ndjson');
    writeFileSync(data, '{"kind":"site","cloudId":"c","name":"n","timeZone":"UTC","plan":"standard"}\n');
    const { code, stdout, stderr } = await start('--once', '--data', data);
    rmSync(dir, { recursive: true });
    const reason = 'The site has no administrator who could set up the app.';
    expect(Object.keys(lastObject(stdout))).toEqual(KEYS);
    expect(lastObject(stdout)).toMatchObject({ profile: null, byRole: {}, gaps: [reason] });
    expect(stderr).toContain(reason);
    expect(code).toBe(1);
  },
  PATIENCE_MS,
);

test(
  'a state that cannot be kept or read is one line, and the process ends with 2',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-state-'));
    const file = join(dir, 'file');
    writeFileSync(file, '');
    const { stderr, code } = await start('--once', '--seats', '5', '--issues', '5', '--state', file);
    rmSync(dir, { recursive: true });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`--state: cannot write to ${file}`);
    expect(code).toBe(2);
  },
  PATIENCE_MS,
);

test(
  'a wrong flag, a missing or malformed file and a taken port are one line and exit 2',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-data-'));
    const bad = join(dir, 'bad.ndjson');
    writeFileSync(bad, '{"kind":"site","cloudId":"c","name":"n","timeZone":"UTC","plan":"standard"}\n{"kind":"usr"}\n');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const [flag, missing, malformed, busy] = await Promise.all([
      start('--nonsense'),
      start('--once', '--data', join(dir, 'missing.ndjson')),
      start('--once', '--data', bad),
      start('--empty', '--port', String(port)),
    ]);
    taken.close();
    rmSync(dir, { recursive: true });
    for (const { code, stderr, stdout } of [flag, missing, malformed, busy]) {
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect(malformed.stderr).toContain('line 2');
    expect(busy.stderr).toContain(`port ${port} is taken`);
  },
  PATIENCE_MS,
);
