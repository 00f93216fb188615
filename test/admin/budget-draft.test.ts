import { isAllowed, parsePoints, shareUsed } from '../../static/admin/src/features/jobs/budget-draft';

const budget = {
  budgetPoints: 40_000,
  revision: 0,
  spentThisHour: 0,
  resetsAt: '2026-11-23T13:00:00.000Z',
  minimum: 1_000,
  maximum: 60_000,
  suggested: 40_000,
};

test.each([
  ['40000', 40_000],
  [' 40,000 ', 40_000],
  ['40.000', 40_000],
  ['40\u202f000', 40_000],
  ['40,00', null],
  ['4e4', null],
  ['-40000', null],
  ['', null],
  ['12,345,678', null],
])('%j is %s points', (text, points) => {
  expect(parsePoints(text)).toBe(points);
});

test.each([
  [999, false],
  [1_000, true],
  [60_000, true],
  [60_001, false],
  [null, false],
])('%s points may be asked for: %s', (points, allowed) => {
  expect(isAllowed(points, budget)).toBe(allowed);
});

test('the bar is never more than full, also when the budget became smaller meanwhile', () => {
  expect(shareUsed({ ...budget, spentThisHour: 10_000 })).toBe(0.25);
  expect(shareUsed({ ...budget, spentThisHour: 50_000 })).toBe(1);
});
