import { bareStore } from './bare-store';

const HOUR = 3_600_000;
const seat = (days: number, more: object = {}) => ({
  entityName: 'seat',
  key: `seat-${days}`,
  value: { role: 'software', days, at: days, active: days >= 8 },
  ...more,
});
const active = { and: [{ property: 'active', condition: 'EQUAL_TO', values: [true] }] };

test('a query filters after it cut the page: pages are short or empty and go on', () => {
  const { ask, page, switches } = bareStore();
  for (let days = 0; days < 10; days += 1) ask('entity/set', seat(days));
  const query = { entityName: 'seat', indexName: 'days', filters: active, limit: 3 };
  const pages = [page(query)];
  for (let { cursor } = pages[0] ?? {}; cursor !== undefined; cursor = pages.at(-1)?.cursor)
    pages.push(page({ ...query, cursor }));
  expect(pages.map(({ keys }) => keys)).toEqual([[], [], ['seat-8'], ['seat-9']]);
  switches.set('kvsFilterAfterPaging', false);
  expect(page(query)).toEqual({ keys: ['seat-8', 'seat-9'], cursor: undefined });
});

test('what expired is still read for 48 hours, by key and by query, and still takes the key', () => {
  const { ask, code, page, clock } = bareStore();
  const options = { ttl: { value: 1, unit: 'HOURS' } };
  ask('entity/set', seat(1, { options }));
  ask('set', { key: 'plain', value: 1, options });
  const plain = () => ask('query', { where: [{ property: 'key', condition: 'BEGINS_WITH', values: ['p'] }] }).body;
  const seen = () => [
    code('entity/get', { entityName: 'seat', key: 'seat-1' }),
    page({ entityName: 'seat', indexName: 'days' }).keys.length,
    code('get', { key: 'plain' }),
    (plain() as { data: [] }).data.length,
  ];
  clock.advanceTo(clock.now() + 48 * HOUR);
  expect(seen()).toEqual(['200', 1, '200', 1]);
  expect(code('set', { key: 'plain', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } })).toBe('409 KEY_CONFLICT');
  clock.advanceTo(clock.now() + HOUR);
  expect(seen()).toEqual(['404 KEY_NOT_FOUND', 0, '404 KEY_NOT_FOUND', 0]);
});

test('says when a value expires to whoever asks', () => {
  const { ask, clock } = bareStore();
  ask('set', { key: 'a', value: 1, options: { ttl: { value: 1, unit: 'HOURS' } } });
  const expireTime = new Date(clock.now() + HOUR).toISOString();
  const options = { metadataFields: ['EXPIRE_TIME'] };
  expect(ask('get', { key: 'a' }).body).toEqual({ key: 'a', value: 1 });
  expect(ask('get', { key: 'a', options }).body).toMatchObject({ expireTime });
  expect(ask('batch/get', [{ key: 'a', options }]).body).toMatchObject({ successfulKeys: [{ expireTime }] });
});
