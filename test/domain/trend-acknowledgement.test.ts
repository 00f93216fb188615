import { DAY } from '../../src/domain/instant';
import type { LicensePosition, PastPosition } from '../../src/domain/license-position';
import { isAcknowledged } from '../../src/domain/trend-acknowledgement';
import { NOW } from './arbitraries';

const on = (days: number, active: number, candidates: number): PastPosition => ({
  at: NOW + days * DAY,
  byRole: [{ roleKey: 'jira-software', seats: 200, active, inactive: 200 - active, candidates }],
});
const known = { evaluatedAt: NOW, active: 100, candidates: 50, at: NOW + 1, by: 'u-9' };
const holds = (now: PastPosition, past: readonly PastPosition[]) =>
  isAcknowledged(known, now as unknown as LicensePosition, past);

test.each<[string, PastPosition, PastPosition[], boolean]>([
  ['those very numbers', on(0, 100, 50), [on(-1, 180, 10)], true],
  ['about the same a day later', on(1, 95, 55), [on(0, 100, 50)], true],
  ['about the same a week later', on(7, 100, 50), [on(0, 100, 50)], true],
  ['the same after more than a week', on(8, 100, 50), [on(0, 100, 50)], false],
  ['far fewer active people', on(1, 70, 50), [on(0, 100, 50)], false],
  ['far more candidates', on(1, 100, 95), [on(0, 100, 50)], false],
  ['the same after a recovery in between', on(2, 100, 50), [on(0, 100, 50), on(1, 180, 10)], false],
  ['an older evaluation', on(-1, 100, 50), [], false],
])('what somebody found right covers %s: %s', (_name, now, past, expected) => {
  expect(holds(now, past)).toBe(expected);
});

test('nobody found anything right', () => {
  expect(isAcknowledged(undefined, on(0, 100, 50) as unknown as LicensePosition, [])).toBe(false);
});
