import type { ReclamationRuleView } from '../../src/shared/contract';
import { budgetInWords, timeInWords } from '../../static/admin/src/features/profiles/model/cost';
import { rulesBeyond } from '../../static/admin/src/features/profiles/model/rule-coverage';
import { tabsOf } from '../../static/admin/src/features/profiles/model/tabs';
import { keepViewChoice, readViewChoice } from '../../static/admin/src/features/profiles/model/view-choice';
import { fromWallTime, toWallTime } from '../../static/admin/src/components/zoned';
import { NOW } from './views';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

it.each([
  [59, 'less than a minute'],
  [60, 'about 1 minute'],
  [3599, 'about 60 minutes'],
  [7200, 'about 2 hours'],
  [3 * 86_400, 'about 3 days'],
])('says %i seconds as %s', (seconds, words) => {
  expect(timeInWords(seconds, count)).toBe(words);
});

it('says when the points of one hour are not enough', () => {
  const cost = { estimatedRequests: 1, estimatedSeconds: 1, hourlyBudget: 1000 };
  expect(budgetInWords({ ...cost, estimatedPoints: 1000 }, count)).toMatch(/^1000 points of the 1000 points/);
  expect(budgetInWords({ ...cost, estimatedPoints: 2001 }, count)).toMatch(/over 3 hours$/);
});

it('names the rules that look further back than activity is analyzed', () => {
  const rule: Omit<ReclamationRuleView, 'id' | 'lastActivityThresholdDays'> = {
    name: 'Rule',
    roleKey: 'jira-software',
    automatic: true,
    activityBasis: 'including-views',
    includeNoActivity: true,
    createCandidates: true,
    newAccountGraceDays: 30,
    maxSeatsPerRun: 500,
    secondPersonAbove: null,
    freeze: null,
    maxPercentPerRun: 25,
    condition: { groupIds: [], firstSeenBefore: null },
    protectedAccountIds: [],
    protectedGroupIds: [],
    cadence: 'daily',
    mode: 'apply',
    revision: 1,
    profileId: 'p-1',
    reviewedAt: null,
    reviewedBy: null,
    changedAt: null,
    changedBy: null,
    openCandidates: 0,
    wouldPropose: 0,
    held: null,
    notifyUser: false,
    daysBeforeAutoReclamation: 14,
    answerDays: 'all' as const,
  };
  const rules = [
    { ...rule, id: 'short', lastActivityThresholdDays: 30 },
    { ...rule, id: 'long', lastActivityThresholdDays: 90 },
  ];
  const from = new Date(NOW - 60 * 86_400_000).toISOString();
  expect(rulesBeyond(rules, from, NOW)).toEqual([
    { rule: rules[1], coveredFrom: new Date(NOW + 30 * 86_400_000).toISOString() },
  ]);
});

describe('related lists', () => {
  it('are few in the default view and all in the custom integration view', () => {
    expect(tabsOf('default', undefined).map(({ key }) => key)).toEqual(['details', 'jobs', 'results']);
    expect(tabsOf('custom', undefined)).toHaveLength(7);
  });

  it('show the one that the address names', () => {
    expect(tabsOf('default', 'rules').map(({ key }) => key)).toContain('rules');
    expect(tabsOf('default', 'nonsense')).toHaveLength(3);
  });

  it('are remembered for each person, also where the browser has no storage', () => {
    expect(readViewChoice('ben')).toBe('default');
    keepViewChoice('ben', 'custom');
    expect(readViewChoice('ben')).toBe('custom');
    expect(readViewChoice('eva')).toBe('default');
  });
});

it('keeps a moment through the wall clock of any zone, across clock changes too', () => {
  for (const zone of ['UTC', 'Europe/Amsterdam', 'Asia/Kolkata', 'America/New_York']) {
    for (const instant of ['2026-03-29T00:30:00.000Z', '2026-07-01T12:00:00.000Z', '2026-10-25T02:30:00.000Z'])
      expect(fromWallTime(toWallTime(instant, zone), zone)).toBe(instant);
  }
  expect(fromWallTime('', 'UTC')).toBeUndefined();
});
