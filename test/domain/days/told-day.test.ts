import fc from 'fast-check';
import {
  addDays,
  beginsSomewhere,
  dayIn,
  keepUntil,
  knownZone,
  lastDayBefore,
  overEverywhere,
  tellDay,
  weekdayOf,
} from '../../../src/domain/days/told-day';
import { DAY } from '../../../src/domain/instant';

const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Auckland', 'Europe/Amsterdam', 'America/St_Johns', 'Etc/GMT+12'];
const moment = fc.integer({ min: 1.6e12, max: 2e12 });
const zone = fc.constantFrom(...ZONES);

test.each([
  ['Pacific/Auckland', '2026-11-05T21:00:00Z', '2026-11-06'],
  ['Pacific/Auckland', '2026-11-05T10:59:59Z', '2026-11-05'],
  ['America/Los_Angeles', '2026-11-05T07:59:59Z', '2026-11-04'],
  ['Pacific/Kiritimati', '2026-11-05T10:00:00Z', '2026-11-06'],
])('in %s it is at %s the day %s', (where, at, day) => {
  expect(dayIn(where, Date.parse(at))).toBe(day);
});

test('a day begins somewhere before, and is over everywhere after, it is that day in any zone', () => {
  fc.assert(
    fc.property(moment, zone, (at, where) => {
      const day = dayIn(where, at);
      expect(beginsSomewhere(day)).toBeLessThanOrEqual(at);
      expect(overEverywhere(day)).toBeGreaterThan(at);
      for (const each of ZONES) expect(dayIn(each, overEverywhere(day)) > day).toBe(true);
      expect(lastDayBefore(overEverywhere(day))).toBe(day);
    }),
  );
});

test('a promise of days holds for all of its last day, and for no less than its days', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 400 }), zone, (at, days, where) => {
      const until = keepUntil(at, days, where);
      expect(until - at).toBeGreaterThanOrEqual(days * DAY);
      expect(until - at).toBeLessThanOrEqual((days + 3) * DAY);
      expect(lastDayBefore(until)).toBe(addDays(dayIn(where, at), days));
    }),
  );
});

test('a zone that nobody knows is no zone', () => {
  expect(knownZone('Mars/Olympus', '', null, undefined, 'Asia/Tokyo')).toBe('Asia/Tokyo');
  expect(knownZone('Mars/Olympus', null)).toBe('UTC');
});

test('a day is told with its weekday', () => {
  expect(tellDay('2026-11-09')).toBe('Monday, 9 November 2026');
  expect(weekdayOf('2026-11-09')).toBe(1);
});
