import { allowanceTime } from '../../site/forge/allowance-time';
import { bareStore } from './bare-store';

const MINUTE = 60_000;
const big = (key: string) => ({ key, value: 'x'.repeat(200_000) });
const TOO_MANY = '429 RATE_LIMIT_EXCEEDED';

/** A store whose minute of writes is used up. */
function used() {
  const store = bareStore();
  for (let n = 0; n < 200; n += 1) store.ask('set', big(`k:${n}`));
  return store;
}

test('a write is refused before it takes effect, and a transaction by a code of its own', () => {
  const { code, clock, ask } = used();
  const transaction = { set: [{ entityName: 'seat', key: 'a', value: { days: 1 } }] };
  expect(code('set', { key: 'more', value: 1 })).toBe(TOO_MANY);
  expect(code('batch/set', [{ key: 'more', value: 1 }])).toBe(TOO_MANY);
  expect(code('transaction', transaction)).toBe('429 TOO_MANY_REQUESTS');
  expect(code('get', { key: 'more' })).toBe('404 KEY_NOT_FOUND');
  expect(ask('entity/get', { entityName: 'seat', key: 'a' }).status).toBe(404);
  clock.advanceTo(clock.now() + MINUTE);
  expect([code('set', { key: 'more', value: 1 }), code('transaction', transaction)]).toEqual(['204', '204']);
});

test('a read that would cost more than is left is not answered', () => {
  const { code, ask, meters } = used();
  const batch = (from: number) => Array.from({ length: 20 }, (_, n) => ({ key: `k:${from + n}` }));
  const units = Math.ceil((20 * 200_002) / 10_240);
  const fitting = Math.floor(4_000 / units);
  meters.reset();
  for (let n = 0; n < fitting; n += 1) expect(code('batch/get', batch(20 * (n % 10)))).toBe('200');
  expect(code('batch/get', batch(0))).toBe(TOO_MANY);
  expect(ask('batch/get', batch(0)).body).not.toHaveProperty('successfulKeys');
  expect(meters.read().kvs).toMatchObject({ readUnits: fitting * units, reads: fitting, throttled: 2 });
  expect(code('get', { key: 'k:1' })).toBe('200');
});

test('one key takes a megabyte of writes in a second, others go on', () => {
  const { code, clock } = bareStore();
  const writes = () => Array.from({ length: 6 }, () => code('set', big('hot')));
  expect(writes()).toEqual(['204', '204', '204', '204', TOO_MANY, TOO_MANY]);
  expect(code('set', big('other'))).toBe('204');
  expect(code('transaction', { set: [big('hot')] })).toBe('429 TOO_MANY_REQUESTS');
  clock.advanceTo(clock.now() + 1_000);
  expect(code('set', big('hot'))).toBe('204');
});

test('a batch says of the key that is too hot that it failed', () => {
  const { ask } = bareStore();
  for (let n = 0; n < 4; n += 1) ask('set', big('hot'));
  const { body } = ask('batch/set', [big('hot'), big('other')]);
  expect(body).toMatchObject({
    successfulKeys: [{ key: 'other' }],
    failedKeys: [{ key: 'hot', error: { code: 'RATE_LIMIT_EXCEEDED' } }],
  });
});

test('small writes to one key count as a kilobyte each, and reads have a limit, too', () => {
  const { code } = bareStore();
  const writes = Array.from({ length: 980 }, () => code('set', { key: 'head', value: 1 }));
  expect([writes[975], writes[976]]).toEqual(['204', TOO_MANY]);
  const { code: ask } = bareStore();
  ask('set', big('read'));
  const reads = Array.from({ length: 60 }, () => ask('get', { key: 'read' }));
  expect([reads[58], reads[59]]).toEqual(['200', TOO_MANY]);
});

test('the allowance grows with simulated or with real time, whichever passes faster', () => {
  let [simulated, real] = [5_000, 70];
  const time = allowanceTime(
    () => simulated,
    () => real,
  );
  real += 61_000; // somebody reads the page: nothing is simulated meanwhile
  expect(time()).toBe(61_000);
  simulated += 86_400_000; // a day is simulated at once
  expect(time()).toBe(61_000 + 86_400_000);
  for (let n = 0; n < 100; n += 1) {
    [simulated, real] = [simulated + (n % 2), real + 0.5];
    time();
  }
  expect(time()).toBe(61_000 + 86_400_000 + 50);
});
