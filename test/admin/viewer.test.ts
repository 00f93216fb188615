import { viewerOf } from '../../static/admin/src/api/viewer';
import { createFormat } from '../../static/admin/src/components/format';

const NOW = Date.parse('2026-11-02T09:00:00.000Z');

it.each([
  ['en-US', 'en-US'],
  ['de_DE', 'de-DE'],
  ['ja-JP', 'ja-JP'],
  ['no_NO', 'no-NO'],
  ['zh_Hans_CN', 'zh-Hans-CN'],
  ['xx', 'en-US'],
  ['sr@latin', 'en-US'],
  ['', 'en-US'],
  [undefined, 'en-US'],
])('writes in the language %s', (locale, written) => {
  expect(viewerOf({ locale, timezone: 'UTC' }).locale).toBe(written);
});

it.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['Mars/Base', 'UTC'],
  ['', Intl.DateTimeFormat().resolvedOptions().timeZone],
  [undefined, Intl.DateTimeFormat().resolvedOptions().timeZone],
])('takes the time zone %s', (timezone, used) => {
  expect(viewerOf({ timezone }).timeZone).toBe(used);
});

it.each([
  {},
  { locale: 'xx', timezone: 'Mars/Base' },
  { locale: 'ar-EG', timezone: 'Africa/Cairo' },
  { locale: 'no_NO' },
])('formats everything for %j', (told) => {
  const format = createFormat(viewerOf(told));
  const at = new Date(NOW - 86_400_000).toISOString();
  const written = [
    format.number(1234.5),
    format.money({ amount: 12, currency: 'EUR', source: 'estimate' }),
    format.date(at),
    format.dateTime(at),
    format.relative(at, NOW),
    format.list(['a', 'b']),
  ];
  expect(written.filter((text) => text === '')).toEqual([]);
});
