import { ADMIN } from './fake-jira';
import { START, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.host.stop());
beforeEach(() => fixture.faults.clear());

test('a resolver gets the payload and who is calling', async () => {
  expect(await fixture.call('echo', { a: 1 })).toEqual({
    ok: true,
    value: { payload: { a: 1 }, accountId: ADMIN, cloudId: 'cloud-1' },
  });
});

test('nothing arrives at the page as an empty object', async () => {
  expect(await fixture.value('nothing')).toEqual({});
});

test('a warm process keeps its module state', async () => {
  const first = await fixture.value<number>('count');
  expect(await fixture.value<number>('count')).toBe(first + 1);
});

test('a thrown error reaches the page with its name and message', async () => {
  expect(await fixture.call('fail')).toEqual({ ok: false, error: { name: 'RangeError', message: 'on purpose' } });
});

test('functions see simulated time, and time stands still between them', async () => {
  const seen = await fixture.value<{ now: number; iso: string; isDate: boolean }>('now');
  expect(seen.now).toBeGreaterThanOrEqual(START);
  expect(seen.now).toBeLessThan(START + 60_000);
  expect(Date.parse(seen.iso)).toBeGreaterThanOrEqual(seen.now);
  expect(seen.isDate).toBe(true);
  const before = fixture.clock.now();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(fixture.clock.now()).toBe(before);
});

test.each(['spin', 'hang'])('a function that does not end is killed at its timeout (%s)', async (operation) => {
  const answer = await fixture.call(operation);
  expect(answer).toMatchObject({ ok: false, error: { name: 'FUNCTION_TIME_OUT' } });
  expect(await fixture.value('echo', 1)).toMatchObject({ payload: 1 });
});

test('a function that takes more memory than it has is killed, and its peak is measured', async () => {
  fixture.meters.reset();
  expect(await fixture.call('hoard')).toMatchObject({ ok: false, error: { name: 'FUNCTION_OUT_OF_MEMORY' } });
  expect(fixture.meters.read().peakMemoryMb).toBeGreaterThan(200);
});

/** Calls the function that has 128 MB. */
const callSmall = (functionKey: string, payload: unknown) =>
  fixture.host.invoke({ moduleKey: 'small-page', functionKey, payload, accountId: ADMIN });

test('a peak of memory does not hide however short it is', async () => {
  await callSmall('echo', {});
  expect(await callSmall('flash', { megabytes: 80 })).toMatchObject({
    ok: false,
    error: { name: 'FUNCTION_OUT_OF_MEMORY' },
  });
  expect(await callSmall('echo', {})).toMatchObject({ ok: true });
});

test('every invocation has its own peak of memory, whatever the process took before', async () => {
  const peak = () => fixture.meters.read().functions['resolver']?.peakMemoryMb;
  await fixture.call('flash', { megabytes: 100 });
  expect(peak()).toBeGreaterThan(140);
  fixture.meters.reset();
  await fixture.call('echo');
  expect(peak()).toBeLessThan(140);
});

test('a function gets the share of a processor that its memory buys, and its time is counted so', async () => {
  const compute = () => callSmall('compute', { cpuMs: 1_000 });
  expect(await compute()).toMatchObject({ ok: false, error: { name: 'FUNCTION_TIME_OUT' } });
  const { milliseconds = 0, cpuMs = 0 } = fixture.meters.read().functions['small-resolver'] ?? {};
  expect(cpuMs).toBeLessThan(1_000);
  expect(milliseconds).toBeGreaterThan(10_000);
  fixture.switches.set('cpuShare', 'whole');
  expect(await compute()).toMatchObject({ ok: true });
  fixture.switches.set('cpuShare', 'by-memory');
});

test('what goes in and out of invoke is limited', async () => {
  const text = 'x'.repeat(500 * 1024);
  expect(await fixture.call('echo', { text })).toMatchObject({ ok: false, error: { name: 'PAYLOAD_TOO_LARGE' } });
  expect(await fixture.call('big', { bytes: 5 * 1024 * 1024 })).toMatchObject({ ok: false });
  expect(await fixture.call('big', { bytes: 4 * 1024 * 1024 })).toMatchObject({ ok: true });
});

test('log lines are kept up to the platform limit, the rest is counted', async () => {
  const dropped = fixture.host.droppedLogLines();
  await fixture.call('talk', { lines: 150 });
  const lines = fixture.host.logs().filter(({ text }) => text.startsWith('line '));
  expect(lines).toHaveLength(100);
  expect(lines[0]).toMatchObject({ functionKey: 'resolver', level: 'log', text: 'line 0' });
  expect(fixture.host.droppedLogLines() - dropped).toBe(50);
});

test('calls to the outside are refused', async () => {
  expect(await fixture.call('egress')).toMatchObject({ ok: false, error: { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' } });
});

test('invocations are metered by function', async () => {
  fixture.meters.reset();
  await fixture.call('echo');
  await fixture.call('fail');
  const { resolver } = fixture.meters.read().functions;
  expect(resolver).toMatchObject({ invocations: 2, errors: 1 });
  expect(resolver?.gbSeconds).toBeGreaterThan(0);
});

test('a fault kills the process before or after its work', async () => {
  const before = await fixture.value<number>('count');
  fixture.faults.add({ match: { function: 'resolver', nth: 1 }, then: { killFunction: 'before' } });
  expect(await fixture.call('count')).toMatchObject({ ok: false });
  expect(await fixture.value<number>('count')).toBe(before + 1);
  fixture.faults.clear();
  fixture.faults.add({ match: { function: 'resolver', nth: 1 }, then: { status: 500 } });
  expect(await fixture.call('echo')).toMatchObject({ ok: false });
  fixture.faults.clear();
  fixture.faults.add({ match: { function: 'resolver', nth: 1 }, then: { killFunction: 'after' } });
  expect(await fixture.call('set', { key: 'done', value: 1 })).toMatchObject({ ok: false });
  expect(await fixture.value('get', { key: 'done' })).toBe(1);
});
