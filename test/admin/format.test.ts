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

it.each([
  ['No activity seen since 2026-09-03, 60 days ago.', 'No activity seen since Sep 3, 2026, 60 days ago.'],
  ['Read from 2026-09-03 to 2026-11-02.', 'Read from Sep 3, 2026 to Nov 2, 2026.'],
  // What somebody named stays as they wrote it.
  [
    '“Left before 2026-09-03” proposes seats since 2026-09-03.',
    '“Left before 2026-09-03” proposes seats since Sep 3, 2026.',
  ],
  ['Order 2026-99-03 is no day.', 'Order 2026-99-03 is no day.'],
])('writes the days of a sentence as the person does: %s', (told, written) => {
  // A day is the same day in every zone.
  for (const timeZone of ['America/Los_Angeles', 'Asia/Tokyo'])
    expect(createFormat({ accountId: 'a', locale: 'en-US', timeZone }).sentence(told)).toBe(written);
});

it.each([
  ['en-US', '1,234.5', 'Nov 2, 2026', 'yesterday'],
  ['de-DE', '1.234,5', '02.11.2026', 'gestern'],
  ['ja-JP', '1,234.5', '2026/11/02', '昨日'],
])('writes numbers, days and distances as %s does', (locale, number, day, distance) => {
  const format = createFormat({ accountId: 'a', locale, timeZone: 'UTC' });
  expect(format.number(1234.5)).toBe(number);
  expect(format.day('2026-11-02')).toBe(day);
  expect(format.relative(new Date(NOW - DAY).toISOString(), NOW)).toBe(distance);
});
