import type { FunctionProcesses } from '../../site/forge/functions/function-processes';
import { fixtureProcesses, MINUTE, START, startFixture, type Fixture } from './fixture';

const YEAR = 525_600 * MINUTE;
let processes: FunctionProcesses;
let [first, second]: Fixture[] = [];

/** Both sites, whose time is a year apart. */
function sites(): [Fixture, Fixture] {
  if (!first || !second) throw new Error('The sites have not started.');
  return [first, second];
}

beforeEach(async () => {
  processes = await fixtureProcesses();
  first = await startFixture({ cloudId: 'cloud-1', processes });
  second = await startFixture({ cloudId: 'cloud-2', now: START + YEAR, processes });
});
afterEach(() => Promise.all(sites().map(({ host }) => host.stop())));

interface Where {
  readonly installation: string;
  readonly process: number;
}

test('one warm process serves both, and knows whose invocation it runs', async () => {
  const [a, b] = sites();
  const [one, two, again] = [
    await a.value<Where>('where'),
    await b.value<Where>('where'),
    await a.value<Where>('where'),
  ];
  expect(new Set([one.process, two.process, again.process]).size).toBe(1);
  expect(two.installation).not.toBe(one.installation);
  expect(again).toEqual(one);
  expect([await a.value('count'), await b.value('count')]).toEqual([1, 2]);
  expect(await b.value('echo')).toMatchObject({ cloudId: 'cloud-2' });
});

test('each invocation sees the time of its site, also while the process still runs for the other', async () => {
  const [a, b] = sites();
  expect(await a.value<{ iso: string }>('now')).toMatchObject({ iso: expect.stringMatching(/^2026-/) as string });
  expect(await b.value<{ iso: string }>('now')).toMatchObject({ iso: expect.stringMatching(/^2027-/) as string });
  await a.value('goOn', { ms: 20 });
  expect(await b.value<string>('pause', { ms: 80 })).toMatch(/^2027-/);
});

test('nothing of one site opens the other’s store, and nothing opens it after the invocation', async () => {
  const [a, b] = sites();
  expect(await a.value('keepDoor')).toBe(204);
  const kept = JSON.stringify(a.host.kvs.dump(''));
  for (const attempt of ['useKeptDoor', 'useKeptDoorWithOwnToken', 'useOwnDoorWithKeptToken'])
    expect([attempt, await b.value(attempt)]).toEqual([attempt, 401]);
  expect(JSON.stringify(a.host.kvs.dump(''))).toBe(kept);
  expect(JSON.stringify(b.host.kvs.dump(''))).not.toContain('stolen');
});

test('what an invocation left running reaches neither store and neither log', async () => {
  const [a, b] = sites();
  await a.value('goOn', { ms: 20 });
  await b.value('pause', { ms: 80 });
  expect(JSON.stringify([a.host.kvs.dump(''), b.host.kvs.dump('')])).not.toContain('late');
  expect([...a.host.logs(), ...b.host.logs()]).toEqual([]);
});

test('what is written, counted and logged stays with the site, and so does the share of the log', async () => {
  const [a, b] = sites();
  await a.value('talk', { lines: 101 });
  await b.value('talk', { lines: 3 });
  expect([a.host.logs().length, a.host.droppedLogLines()]).toEqual([100, 1]);
  expect([b.host.logs().length, b.host.droppedLogLines()]).toEqual([3, 0]);
  expect(b.meters.read().functions['resolver']?.invocations).toBe(1);
  await a.value('jira', { as: 'app' });
  expect([a.jira.requests.length, b.jira.requests.length]).toEqual([1, 0]);
});

test('an invocation that is killed takes its process along, and no invocation of another site', async () => {
  const [a, b] = sites();
  const before = await b.value<Where>('where');
  expect(await a.call('hoard')).toMatchObject({ ok: false, error: { name: 'FUNCTION_OUT_OF_MEMORY' } });
  expect((await b.value<Where>('where')).process).not.toBe(before.process);
  const [waiting, killed] = [b.value<string>('pause', { ms: 300 }), a.call('hoard')];
  expect(await killed).toMatchObject({ ok: false });
  expect(await waiting).toMatch(/^2027-/);
});

test('a site that stops leaves the other’s invocations alone', async () => {
  const [a, b] = sites();
  await b.value('where');
  const [ended, going] = [a.call('pause', { ms: 3_000 }), b.value<string>('pause', { ms: 300 })];
  await new Promise((resolve) => setTimeout(resolve, 150));
  await a.host.stop();
  expect(await ended).toMatchObject({ ok: false });
  expect(await going).toMatch(/^2027-/);
  expect(await a.call('where')).toMatchObject({ ok: false });
  expect(await b.value<Where>('where')).toBeDefined();
});
