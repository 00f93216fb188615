import { MINUTE, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await fixture.host.drain(); // the app is told of its installation, which writes
});
afterAll(() => fixture.host.stop());
beforeEach(() => fixture.faults.clear());

const failure = (code: string) => ({ ok: false, error: { message: expect.stringContaining(code) as string } });

test('values come back as they were stored', async () => {
  await fixture.value('set', { key: 'a:1', value: { deep: [1, { x: null }] } });
  expect(await fixture.value('get', { key: 'a:1' })).toEqual({ deep: [1, { x: null }] });
  expect(await fixture.value('get', { key: 'missing' })).toEqual({});
});

test.each([
  ['', 'cannot be empty'],
  ['no/slash', 'does not match'],
  ['x'.repeat(501), 'exceeded the maximum 500'],
])('a key that is not allowed is refused (%.10s)', async (key, reason) => {
  expect(await fixture.call('set', { key, value: 1 })).toMatchObject(failure(reason));
});

test('a value has a largest size and depth', async () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });
  expect(await fixture.call('set', { key: 'deep', value: nested(31) })).toMatchObject({ ok: true });
  expect(await fixture.call('set', { key: 'deep', value: nested(32) })).toMatchObject(failure('depth'));
  expect(await fixture.call('set', { key: 'big', value: 'x'.repeat(240 * 1024 - 2) })).toMatchObject({ ok: true });
  expect(await fixture.call('set', { key: 'big', value: 'x'.repeat(240 * 1024 - 1) })).toMatchObject(failure('bytes'));
});

test('FAIL_IF_EXISTS lets one writer through', async () => {
  expect(await fixture.call('lock', { key: 'lock:1' })).toMatchObject({ ok: true });
  expect(await fixture.call('lock', { key: 'lock:1' })).toMatchObject({ ok: false });
});

test('a time to live ends by simulated time, and two days later the value is gone', async () => {
  await fixture.value('expire', { key: 'brief', seconds: 60 });
  fixture.clock.advanceTo(fixture.clock.now() + 48 * 60 * MINUTE);
  expect(await fixture.value('get', { key: 'brief' })).toBe('soon gone');
  fixture.clock.advanceTo(fixture.clock.now() + 61_000);
  expect(await fixture.value('get', { key: 'brief' })).toEqual({});
  expect(await fixture.value('list', { prefix: 'brief', limit: 10 })).toEqual([]);
  expect(await fixture.call('lock', { key: 'brief' })).toMatchObject({ ok: true });
});

test('an overwriting set returns what was there, with the metadata asked for', async () => {
  await fixture.value('set', { key: 'swap', value: 1 });
  expect(await fixture.value('swap', { key: 'swap', value: 2 })).toEqual({
    key: 'swap',
    value: 1,
    createdAt: expect.any(Number) as number,
  });
});

test('a query pages through a prefix in key order and sees nothing else', async () => {
  const keys = Array.from({ length: 23 }, (_, index) => `page:${String(index).padStart(3, '0')}`);
  for (const key of [...keys].reverse()) await fixture.value('set', { key, value: key });
  await fixture.value('set', { key: 'pagf', value: 'beside it' });
  expect(await fixture.value('list', { prefix: 'page:', limit: 10 })).toEqual(keys);
  expect(await fixture.call('list', { prefix: 'page:', limit: 101 })).toMatchObject(failure('between 1 and 100'));
});

test('queries follow writes late when the switch says so, reads by key never do', async () => {
  fixture.switches.set('kvsQueryDelay', 5);
  await fixture.value('set', { key: 'late:1', value: 1 });
  expect(await fixture.value('list', { prefix: 'late:', limit: 10 })).toEqual([]);
  expect(await fixture.value('get', { key: 'late:1' })).toBe(1);
  fixture.clock.advanceTo(fixture.clock.now() + 5_000);
  expect(await fixture.value('list', { prefix: 'late:', limit: 10 })).toEqual(['late:1']);
  fixture.switches.set('kvsQueryDelay', 0);
});

test('a batch takes 25 keys, works key by key, and counts as one request', async () => {
  const keys = Array.from({ length: 25 }, (_, index) => `batch:${index}`);
  fixture.meters.reset();
  const done = await fixture.value<Record<string, { successfulKeys: unknown[] }>>('batch', { keys });
  expect(done['written']?.successfulKeys).toHaveLength(25);
  expect(done['read']?.successfulKeys[3]).toEqual({ key: 'batch:3', value: 7 });
  expect(done['deleted']?.successfulKeys).toHaveLength(25);
  expect(done['left']).toBeUndefined();
  expect(fixture.meters.read().kvs).toMatchObject({ writes: 2, writeUnits: 2, reads: 2 });
  expect(await fixture.call('batch', { keys: [...keys, 'batch:25'] })).toMatchObject(failure('a maximum of 25'));
  const mixed = await fixture.value<Record<string, { failedKeys: unknown[] }>>('batch', { keys: ['fine', 'not/fine'] });
  expect(mixed['written']?.failedKeys).toMatchObject([{ key: 'not/fine', error: { code: 'INVALID_KEY' } }]);
});

test('secrets are apart from the plain keys and never listed', async () => {
  expect(await fixture.value('secret')).toEqual({ secret: 'hush' });
  const dump = JSON.stringify(fixture.host.kvs.dump(''));
  expect(dump).toContain('"secretKeys":["token"]');
  expect(dump).not.toContain('hush');
});

test('an entity query uses index, partition, range and filters', async () => {
  fixture.switches.set('kvsFilterAfterPaging', false);
  expect(await fixture.value('seats', { count: 12 })).toEqual({ keys: ['seat-5', 'seat-7'], more: true });
  fixture.switches.set('kvsFilterAfterPaging', true);
});

test('an entity takes only declared attributes of the declared types', async () => {
  expect(await fixture.call('badSeat')).toMatchObject(failure('is defined as'));
});

test('a transaction does all or nothing, on a condition', async () => {
  await fixture.value('seats', { count: 3 });
  expect(await fixture.value('exchange', { expected: 1 })).toEqual({ days: 99, other: 98 });
  await fixture.value('seats', { count: 3 });
  expect(await fixture.call('exchange', { expected: 7 })).toMatchObject(failure('conditional check'));
  expect(await fixture.value('exchange', { expected: 1 })).toEqual({ days: 99, other: 98 });
});

test('faults reach the store by operation and key prefix', async () => {
  const body = { code: 'RATE_LIMIT_EXCEEDED', message: 'slow down' };
  fixture.faults.add({ match: { kvs: 'set', key: 'faulty' }, then: { status: 429, body } });
  expect(await fixture.call('set', { key: 'fine', value: 1 })).toMatchObject({ ok: true });
  expect(await fixture.call('set', { key: 'faulty:1', value: 1 })).toMatchObject(failure('slow down'));
  fixture.faults.clear();
  fixture.faults.add({ match: { kvs: 'get' }, then: { body: { value: 'made up' } } });
  expect(await fixture.value('get', { key: 'fine' })).toBe('made up');
  fixture.faults.clear();
  fixture.faults.add({ match: { kvs: 'set' }, then: { killFunction: 'after' } });
  expect(await fixture.call('set', { key: 'written', value: 1 })).toMatchObject({ ok: false });
  expect(await fixture.value('get', { key: 'written' })).toBe(1);
  fixture.faults.clear();
  fixture.faults.add({ match: { kvs: 'set' }, then: { killFunction: 'before' } });
  expect(await fixture.call('set', { key: 'unwritten', value: 1 })).toMatchObject({ ok: false });
  expect(await fixture.value('get', { key: 'unwritten' })).toEqual({});
});

test('a hundred thousand keys do not slow a prefix query down', () => {
  const { kvs } = fixture.host;
  const rows = Array.from({ length: 100_000 }, (_, index): [string, never] => [
    `many:${(index * 7919) % 100_000}`,
    { value: index, bytes: 5, createdAt: 0, updatedAt: 0 } as never,
  ]);
  kvs.restore({ plain: rows, secret: [], entities: {} });
  const query = (prefix: string) =>
    kvs.handle(
      '/api/v1/query',
      JSON.stringify({ limit: 100, where: [{ property: 'key', condition: 'BEGINS_WITH', values: [prefix] }] }),
    );
  query('many:'); // builds the index
  const began = performance.now();
  for (let index = 0; index < 100; index += 1)
    expect((query(`many:${500 + index}`).body as { data: [] }).data).toHaveLength(100);
  expect(performance.now() - began).toBeLessThan(1_000);
});
