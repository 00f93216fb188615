import { DAY, HOUR } from '../../src/domain/instant';
import { automaticRule, type Cadence } from '../../src/domain/reclamation-rule';
import { isOpeningDue } from '../../src/domain/rule-schedule';

const rule = automaticRule('p-1', { key: 'jira-software', name: 'Jira' });
const at = (iso: string) => Date.parse(`${iso}Z`);

test.each<[Cadence, string, string, boolean]>([
  ['daily', '2026-11-23T09:00', '2026-11-23T10:00', true],
  ['weekly', '2026-11-23T00:00', '2026-11-29T23:59', false], // Monday to Sunday
  ['weekly', '2026-11-22T23:59', '2026-11-23T00:00', true], // Sunday to Monday
  ['weekly', '2026-12-28T12:00', '2027-01-03T12:00', false], // over New Year
  ['monthly', '2026-11-01T00:00', '2026-11-30T23:59', false],
  ['monthly', '2026-11-30T23:59', '2026-12-01T00:00', true],
  ['monthly', '2025-11-10T00:00', '2026-11-10T00:00', true],
])('%s: after %s, at %s due: %s', (cadence, last, now, due) => {
  expect(isOpeningDue({ ...rule, cadence }, { [rule.id]: at(last) }, at(now))).toBe(due);
});

test('a rule that never had a turn, or was changed since, is due', () => {
  const last = at('2026-11-23T09:00');
  const weekly = { ...rule, cadence: 'weekly' } as const;
  expect(isOpeningDue(weekly, {}, last)).toBe(true);
  expect(isOpeningDue({ ...weekly, changedAt: last + HOUR }, { [rule.id]: last }, last + 2 * HOUR)).toBe(true);
  expect(isOpeningDue({ ...weekly, changedAt: last - HOUR }, { [rule.id]: last }, last + DAY)).toBe(false);
});
