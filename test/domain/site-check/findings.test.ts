import {
  findAccountTypes,
  findAdministerRight,
  findArrival,
  findBridgePoints,
  findFrameHeight,
  findMemory,
  findTransaction,
  findWaysIn,
} from '../../../src/domain/site-check/findings';
import { loadRound } from '../../../src/domain/site-check/memory-load';

test.each([
  [true, true, true, 'complete'],
  [true, true, false, 'no-audit-log'],
  [false, true, true, 'missing'],
  [true, false, true, 'missing'],
])('administers %s, reads roles %s, reads the audit log %s: %s', (administers, readsRoles, readsAudit, outcome) => {
  expect(findAdministerRight({ administers, readsRoles, readsAudit }).outcome).toBe(outcome);
});

test.each([
  [true, true, 'everything'],
  [true, false, 'entities-only'],
  [false, true, 'entity-and-key'],
  [false, false, 'one-entity-only'],
])('two entities %s, an entity and a key %s: %s', (twoEntities, entityAndKey, outcome) => {
  expect(findTransaction({ twoEntities, entityAndKey, sameKey: false }).outcome).toBe(outcome);
});

const silent = { hasLimitHeaders: false, namesAppQuota: false };
const burst = { hasLimitHeaders: true, namesAppQuota: false };
const quota = { hasLimitHeaders: true, namesAppQuota: true };
test.each([
  ['charged', [burst, quota]],
  ['free', [burst, burst]],
  ['not-shown', [silent, silent]],
  ['not-shown', [burst, silent]], // answers without headers tell nothing
  ['not-shown', []],
])('bridge calls: %s', (outcome, readings) => {
  expect(findBridgePoints(readings).outcome).toBe(outcome);
});

test('a frame that takes up half of the growth follows its content', () => {
  expect(findFrameHeight({ heightBefore: 600, heightAfter: 1600, grownBy: 2000 }).outcome).toBe('grows');
  expect(findFrameHeight({ heightBefore: 600, heightAfter: 1599, grownBy: 2000 }).outcome).toBe('fixed');
});

test('a quarter of the memory is to spare', () => {
  expect(findMemory({ peakMb: 192, rounds: 24, seats: 9 }, 256).outcome).toBe('enough');
  expect(findMemory({ peakMb: 193, rounds: 24, seats: 9 }, 256)).toEqual({
    outcome: 'tight',
    facts: { peakMb: 193, limitMb: 256, rounds: 24, seats: 9 },
  });
});

test('an event that seems to come from the future is not late', () => {
  expect(findArrival(60_000, 181_000, 1).facts).toEqual({ lateSeconds: 121, copies: 1 });
  expect(findArrival(181_000, 60_000, 2).facts).toEqual({ lateSeconds: 0, copies: 2 });
});

test('accounts of a type that nobody documented are counted, and so are guests', () => {
  const person = { accountType: 'atlassian', guest: false };
  expect(findAccountTypes([person, { accountType: 'customer', guest: true }])).toEqual({
    outcome: 'known',
    facts: { read: 2, guests: 1, unknown: 0 },
  });
  expect(findAccountTypes([person, { accountType: 'guest-collaborator', guest: false }]).outcome).toBe('unknown-types');
  expect(findAccountTypes([]).outcome).toBe('none-read');
});

test('every way in has to be used', () => {
  expect(findWaysIn(['b'], ['a', 'b'])).toEqual({ outcome: 'some', facts: { a: false, b: true } });
  expect(findWaysIn(['b', 'a'], ['a', 'b']).outcome).toBe('all');
});

test('a round of the memory check really carries all its seats', () => {
  expect(loadRound(1, 1234)).toBe(1234);
});
