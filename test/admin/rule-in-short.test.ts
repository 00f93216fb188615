import type { ReclamationRuleView } from '../../src/shared/contract';
import { createFormat } from '../../static/admin/src/components/format';
import { asksFirst, limitsOf, modeOf, protectionsOf } from '../../static/admin/src/features/rules/rule-in-short';

const format = createFormat({ locale: 'en-US', timeZone: 'UTC' } as Parameters<typeof createFormat>[0]);
const rule = {
  createCandidates: true,
  mode: 'apply',
  cadence: 'weekly',
  wouldPropose: 0,
  notifyUser: false,
  daysBeforeAutoReclamation: 14,
  answerDays: 'all',
  protectedAccountIds: [],
  protectedGroupIds: [],
  newAccountGraceDays: 0,
  includeNoActivity: true,
  condition: { groupIds: [], firstSeenBefore: null },
  maxSeatsPerRun: 1500,
  maxPercentPerRun: 25,
  secondPersonAbove: null,
  freeze: null,
} as unknown as ReclamationRuleView;

test.each<[Partial<ReclamationRuleView>, string, string]>([
  [{}, 'Proposes people weekly', 'Asks nobody first'],
  [{ notifyUser: true }, 'Proposes people weekly', 'Asks them by mail 14 days before'],
  [
    { notifyUser: true, daysBeforeAutoReclamation: 1, answerDays: 'monday-to-friday' },
    'Proposes people weekly',
    'Asks them by mail 1 working day before',
  ],
  [{ mode: 'preview', wouldPropose: 1 }, 'Only previews: would propose 1 person more', 'Asks nobody first'],
  [{ createCandidates: false, mode: 'preview', notifyUser: true }, 'Only counts usage', ''],
])('%j: %s', (change, mode, asks) => {
  expect(modeOf({ ...rule, ...change }, format)).toBe(mode);
  expect(asksFirst({ ...rule, ...change }, format)).toBe(asks);
});

test.each<[Partial<ReclamationRuleView>, readonly string[]]>([
  [{}, ['Nobody']],
  [{ protectedAccountIds: ['u-1', 'u-2'], protectedGroupIds: ['g-1'] }, ['2 people', '1 group']],
  [{ newAccountGraceDays: 30, includeNoActivity: false }, ['Seats under 30 days', 'People never seen']],
  [{ condition: { groupIds: ['g-1'], firstSeenBefore: null } }, ['Seats outside its condition']],
  [{ condition: { groupIds: [], firstSeenBefore: '2026-01-01T00:00:00.000Z' } }, ['Seats outside its condition']],
])('%j protects %j', (change, expected) => {
  expect(protectionsOf({ ...rule, ...change }, format)).toEqual(expected);
});

test('says the limits of a day', () => {
  expect(limitsOf(rule, format)).toEqual(['1,500 seats', '25 % of all']);
  const more = limitsOf({ ...rule, secondPersonAbove: 50 }, format);
  expect(more).toEqual(['1,500 seats', '25 % of all', 'A second person above 50']);
  const freeze = { from: '2026-12-20T00:00:00.000Z', until: '2027-01-07T00:00:00.000Z' };
  const oneDay = { ...freeze, until: '2026-12-21T00:00:00.000Z' };
  expect(limitsOf({ ...rule, freeze: oneDay }, format)).toContain('Nobody on Dec 20, 2026');
  expect(limitsOf({ ...rule, freeze }, format)).toContain('Nobody from Dec 20, 2026 to Jan 6, 2027');
});
