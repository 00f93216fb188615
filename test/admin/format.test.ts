import { createFormat } from '../../static/admin/src/components/format';

const NOW = Date.parse('2026-11-02T09:00:00.000Z');
const { relative } = createFormat({ accountId: 'a', locale: 'en-US', timeZone: 'UTC' });
const after = (milliseconds: number) => relative(new Date(NOW + milliseconds).toISOString(), NOW);
const DAY = 86_400_000;

it.each([
  [14 * DAY - 1_000, 'in 14 days'], // a deadline that was set a moment ago
  [13.4 * DAY, 'in 13 days'],
  [-1.9 * DAY, 'yesterday'],
  [-30_000, 'just now'],
  [-3 * 3_600_000, '3 hours ago'],
  [-400 * DAY, '13 months ago'],
])('tells %d milliseconds from now as %s', (milliseconds, words) => {
  expect(after(milliseconds)).toBe(words);
});
