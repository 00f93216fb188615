import { bareStore } from './bare-store';

const seat = (value: object, key = 'a') => ({ entityName: 'seat', key, value });
const query = (more: object) => ({ entityName: 'seat', indexName: 'days', ...more });
const range = (condition: string, ...values: unknown[]) => ({ range: { condition, values } });
const filter = (property: string, condition: string, ...values: unknown[]) => ({
  filters: { and: [{ property, condition, values }] },
});
const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `k:${n}`, value: n }));

describe('a value of an attribute', () => {
  test.each([
    ['an integer', { days: 2 ** 31 - 1 }, '204'],
    ['an integer beyond 32 bits', { days: 2 ** 31 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['a moment as integer', { days: 1_790_000_000_000 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['an integer below 32 bits', { days: -(2 ** 31) - 1 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['a part of an integer', { days: 1.5 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['an integer as text', { days: '5' }, '400 INCORRECT_PROPERTY_TYPE'],
    ['a moment as float', { at: 1_790_000_000_000 }, '204'],
    ['nothing as float', { at: 0 }, '204'],
    ['a float that is too small', { at: 1e-131 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['a float that is too large', { at: -1e126 }, '400 INCORRECT_PROPERTY_TYPE'],
    ['a text', { role: 'software' }, '204'],
    ['an empty text', { role: '' }, '400 INVALID_ENTITY_VALUE'],
    ['a blank text', { role: ' \n' }, '400 INVALID_ENTITY_VALUE'],
    ['null', { role: null }, '400 INCORRECT_PROPERTY_TYPE'],
    ['null of any type', { note: null }, '400 INCORRECT_PROPERTY_TYPE'],
    ['blank within any type', { note: { text: '' } }, '204'],
    ['an attribute that is not declared', { other: 1 }, '400 INVALID_ENTITY_ATTRIBUTE'],
  ])('%s', (_, value, expected) => {
    const { code } = bareStore();
    expect(code('entity/set', seat(value))).toBe(expected);
    expect(code('transaction', { set: [seat(value)] })).toBe(expected);
  });
});

describe('a query', () => {
  test.each([
    ['of a range of integers', range('BETWEEN', 1, 5), '200'],
    ['with a bound beyond 32 bits', range('BETWEEN', 0, Number.MAX_SAFE_INTEGER), '400 INCORRECT_PROPERTY_TYPE'],
    ['with a bound of another type', range('GREATER_THAN', '5'), '400 INCORRECT_PROPERTY_TYPE'],
    ['of numbers that begin so', range('BEGINS_WITH', '5'), '400 INVALID_CONDITION'],
    ['of a range by what it is not', range('NOT_EQUAL_TO', 5), '400 INVALID_CONDITION'],
    ['between one value', range('BETWEEN', 5), '400 INSUFFICIENT_FILTER_VALUES'],
    ['filtered by a moment', filter('at', 'BETWEEN', 0, Number.MAX_SAFE_INTEGER), '200'],
    ['filtered by what any type holds', filter('note', 'EQUAL_TO', 1), '422 UNPROCESSABLE_ENTITY'],
    ['filtered by whether any type is there', filter('note', 'EXISTS', true), '422 UNPROCESSABLE_ENTITY'],
    ['filtered by a value of another type', filter('active', 'EQUAL_TO', 'yes'), '400 INCORRECT_PROPERTY_TYPE'],
    ['filtered by an order of booleans', filter('active', 'LESS_THAN', true), '400 INVALID_CONDITION'],
    ['filtered by what a number contains', filter('days', 'CONTAINS', '1'), '400 INVALID_CONDITION'],
    ['filtered by a blank text', filter('role', 'EQUAL_TO', ''), '400 INVALID_ENTITY_VALUE'],
    ['filtered by nothing', { filters: { and: [] } }, '400 EMPTY_FILTER_OPERATOR'],
    ['of an index that is not declared', { indexName: 'by-note' }, '400 INVALID_ENTITY_INDEX'],
    ['without its partition', { indexName: 'by-role' }, '400 INVALID_PARTITION'],
    ['of a partition of another type', { indexName: 'by-role', partition: [7] }, '400 INCORRECT_PROPERTY_TYPE'],
    ['of 101 rows', { limit: 101 }, '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    ['by key', { indexName: 'by-key', ...range('BEGINS_WITH', 'a') }, '200'],
  ])('%s', (_, more, expected) => {
    expect(bareStore().code('entity/query', query(more))).toBe(expected);
  });

  test('filtered in both ways at once', () => {
    const [one] = filter('days', 'EQUAL_TO', 1).filters.and;
    const filters = { and: [one], or: [one] };
    expect(bareStore().code('entity/query', query({ filters }))).toBe('400 INVALID_FILTER_OPERATORS_COMBINATION');
  });
});

describe('a write', () => {
  test.each([
    ['of no time to live', { ttl: { value: 0, unit: 'DAYS' } }, '400 INVALID_TTL'],
    ['of a part of a day', { ttl: { value: 1.5, unit: 'DAYS' } }, '400 INVALID_TTL'],
    ['of a year', { ttl: { value: 365, unit: 'DAYS' } }, '204'],
    ['of more than a year', { ttl: { value: 366, unit: 'DAYS' } }, '400 INVALID_TTL'],
    [
      'that may not override and asks for what it did',
      { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' },
      '400 INVALID_REQUEST',
    ],
  ])('%s', (_, options, expected) => {
    expect(bareStore().code('set', { key: 'a', value: 1, options })).toBe(expected);
  });

  test('of a key that is taken', () => {
    const { code } = bareStore();
    const lock = { key: 'a', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } };
    expect([code('set', lock), code('set', lock)]).toEqual(['204', '409 KEY_CONFLICT']);
  });

  test.each([
    ['of no key', '', '400 EMPTY_KEY'],
    ['of a blank key', ' ', '400 INVALID_KEY'],
    ['of a long key', 'x'.repeat(501), '400 KEY_TOO_LONG'],
  ])('%s', (_, key, expected) => {
    expect(bareStore().code('set', { key, value: 1 })).toBe(expected);
  });
});

describe('a batch', () => {
  test.each([
    ['of 26 values', keys(26), '400 TOO_MANY_BATCH_ENTITIES'],
    ['of nothing', [], '400 INVALID_REQUEST'],
    ['of the same key twice', [...keys(1), ...keys(1)], '400 KEY_DUPLICATION_ERROR'],
    ['of the same key in two tables', [{ key: 'a', value: 1 }, seat({ days: 1 })], '200'],
    [
      'with a policy for keys',
      [{ key: 'a', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }],
      '400 INVALID_REQUEST',
    ],
    ['with a time to live', [{ key: 'a', value: 1, options: { ttl: { value: 1, unit: 'DAYS' } } }], '200'],
  ])('%s', (_, items, expected) => {
    expect(bareStore().code('batch/set', items)).toBe(expected);
  });

  test('says of each key why it failed', () => {
    const { ask } = bareStore();
    const { body } = ask('batch/get', [{ key: 'a' }, { key: 'a', entityName: 'chair' }]);
    expect(body).toMatchObject({
      failedKeys: [
        { key: 'a', error: { code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' } },
        { key: 'a', entityName: 'chair', error: { code: 'SCHEMA_NOT_FOUND' } },
      ],
    });
  });
});

describe('a transaction', () => {
  const when = (...values: unknown[]) => ({
    conditions: { and: [{ property: 'days', condition: 'EQUAL_TO', values }] },
  });

  test.each([
    ['of 26 operations', { set: keys(26) }, '422 UNPROCESSABLE_ENTITY'],
    ['of nothing', {}, '400 INVALID_REQUEST'],
    ['of the same key twice', { set: keys(1), delete: [{ key: 'k:0' }] }, '400 KEY_DUPLICATION_ERROR'],
    ['whose condition does not hold', { set: [{ ...seat({ days: 2 }), ...when(7) }] }, '400 CONDITIONAL_CHECK_FAILED'],
    [
      'with a condition on nothing',
      { set: [{ ...seat({ days: 2 }, 'b'), ...when(1) }] },
      '400 CONDITIONAL_CHECK_FAILED',
    ],
    ['whose condition holds', { set: [{ ...seat({ days: 2 }), ...when(1) }] }, '204'],
    [
      'with a condition of another type',
      { set: [{ ...seat({ days: 2 }), ...when('1') }] },
      '400 INCORRECT_PROPERTY_TYPE',
    ],
    ['with a condition on a plain key', { set: [{ key: 'a', value: 1, ...when(1) }] }, '400 INVALID_REQUEST'],
    [
      'of an entity that is not declared',
      { set: [{ entityName: 'chair', key: 'a', value: {} }] },
      '404 SCHEMA_NOT_FOUND',
    ],
  ])('%s', (_, body, expected) => {
    const { code } = bareStore();
    code('entity/set', seat({ days: 1 }));
    expect(code('transaction', body)).toBe(expected);
  });

  test('takes effect as a whole or not at all', () => {
    const { code, ask } = bareStore();
    const set = [seat({ days: 1 }), { ...seat({ days: 1 }, 'b'), options: { ttl: { value: 0, unit: 'DAYS' } } }];
    expect(code('transaction', { set })).toBe('400 INVALID_TTL');
    expect(ask('entity/get', { entityName: 'seat', key: 'a' }).status).toBe(404);
  });

  test.each([
    [
      'plain keys and an entity',
      'kvsMixedTransactions',
      true,
      [{ key: 'x', value: 1 }, seat({ days: 1 })],
      '422 UNPROCESSABLE_ENTITY',
    ],
    [
      'two entities',
      'kvsTransactionEntities',
      'many',
      [seat({ days: 1 }), { entityName: 'desk', key: 'd', value: { room: '1' } }],
      '422 UNPROCESSABLE_ENTITY',
    ],
  ])('over %s is refused, unless the switch allows it', (_, name, value, set, refusal) => {
    const { code, switches } = bareStore();
    expect(code('transaction', { set })).toBe(refusal);
    switches.set(name, value);
    expect(code('transaction', { set })).toBe('204');
  });

  test('over the same key in two tables is refused, unless the switch allows it', () => {
    const { code, switches } = bareStore();
    switches.set('kvsMixedTransactions', true);
    const set = [{ key: 'a', value: 1 }, seat({ days: 1 })];
    expect(code('transaction', { set })).toBe('400 KEY_DUPLICATION_ERROR');
    switches.set('kvsSameKeyInTables', 'allowed');
    expect(code('transaction', { set })).toBe('204');
  });
});

test('an entity that is not declared, or not known yet, is no missing key', () => {
  const { code, switches } = bareStore();
  expect(code('entity/get', { entityName: 'chair', key: 'a' })).toBe('404 SCHEMA_NOT_FOUND');
  expect(code('entity/get', { entityName: 'seat', key: 'a' })).toBe('404 KEY_NOT_FOUND');
  switches.set('kvsEntitiesKnown', false);
  expect(code('entity/get', { entityName: 'seat', key: 'a' })).toBe('404 SCHEMA_NOT_FOUND');
  expect(code('entity/query', query({}))).toBe('404 SCHEMA_NOT_FOUND');
});
