import fc from 'fast-check';
import { ANSWER_DAYS, answerDeadline, isDayOff, tellAnswerTime, type AnswerDays } from '../../src/domain/answer-time';
import { addDays, dayIn, overEverywhere } from '../../src/domain/days/told-day';
import { DAY, toIso } from '../../src/domain/instant';

const in_ = (zone: string) => ({ reader: zone, site: zone });

test.each<[string, number, AnswerDays, string, string, string]>([
  ['2026-11-27T10:00:00.000Z', 1, 'all', 'UTC', '2026-11-28', '2026-11-29T12:00:00.000Z'],
  ['2026-11-23T10:00:00.000Z', 14, 'all', 'UTC', '2026-12-07', '2026-12-08T12:00:00.000Z'],
  ['2026-11-27T10:00:00.000Z', 1, 'monday-to-friday', 'UTC', '2026-11-30', '2026-12-01T12:00:00.000Z'],
  // Asked on a Saturday: all of Monday.
  ['2026-11-28T10:00:00.000Z', 1, 'monday-to-friday', 'UTC', '2026-11-30', '2026-12-01T12:00:00.000Z'],
  // Friday is over everywhere on Saturday, so the time ends when Sunday is.
  ['2026-11-23T10:00:00.000Z', 4, 'monday-to-friday', 'UTC', '2026-11-27', '2026-11-30T12:00:00.000Z'],
  ['2026-11-26T10:00:00.000Z', 1, 'sunday-to-thursday', 'UTC', '2026-11-29', '2026-11-30T12:00:00.000Z'],
  // Thursday evening in Greenwich is Friday in Auckland; Monday there is over everywhere on their Wednesday.
  ['2026-11-05T21:00:00.000Z', 1, 'monday-to-friday', 'Pacific/Auckland', '2026-11-09', '2026-11-10T12:00:00.000Z'],
  // Sunday in Honolulu is Monday in Greenwich.
  ['2026-11-09T08:00:00.000Z', 1, 'monday-to-friday', 'Pacific/Honolulu', '2026-11-09', '2026-11-10T12:00:00.000Z'],
  // The night in which the clocks go back.
  ['2026-10-24T23:30:00.000Z', 1, 'all', 'Europe/Amsterdam', '2026-10-26', '2026-10-27T12:00:00.000Z'],
])('whoever is asked at %s has %d days (%s, %s) to %s, and until %s', (askedAt, days, answerDays, zone, day, until) => {
  const time = { daysBeforeAutoReclamation: days, answerDays };
  const { answerDay, answerBy } = answerDeadline(time, Date.parse(askedAt), in_(zone));
  expect([answerDay, toIso(answerBy)]).toEqual([day, until]);
});

const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Europe/Amsterdam',
  'America/St_Johns',
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
  'Etc/GMT+12',
];
const times = fc.record({
  daysBeforeAutoReclamation: fc.integer({ min: 1, max: 90 }),
  answerDays: fc.constantFrom(...ANSWER_DAYS),
});
const moment = fc.integer({ min: 1.7e12, max: 1.9e12 });
const zone = fc.constantFrom(...ZONES);

test('nobody has less than the days that were promised, whatever the zones and clock changes', () => {
  fc.assert(
    fc.property(times, moment, zone, zone, (time, askedAt, reader, site) => {
      const { answerDay, answerBy } = answerDeadline(time, askedAt, { reader, site });
      const days = time.daysBeforeAutoReclamation;
      expect(isDayOff(time, answerDay)).toBe(false);
      expect(workingDays(time, dayIn(reader, askedAt), answerDay)).toBe(days);
      expect(answerBy - askedAt).toBeGreaterThanOrEqual(days * DAY);
      // The told day is over for everybody, and nobody's seat goes on a day off.
      for (const each of ZONES) expect(dayIn(each, answerBy) > answerDay).toBe(true);
      for (const each of [reader, site]) expect(isDayOff(time, dayIn(each, answerBy))).toBe(false);
      expect(answerBy - overEverywhere(answerDay)).toBeLessThanOrEqual(4 * DAY);
    }),
  );
});

test('whoever is asked later never has to answer earlier', () => {
  fc.assert(
    fc.property(times, moment, moment, zone, (time, one, other, where) => {
      const of = (at: number) => answerDeadline(time, at, in_(where)).answerBy;
      expect(of(Math.max(one, other))).toBeGreaterThanOrEqual(of(Math.min(one, other)));
    }),
  );
});

test.each<[number, AnswerDays, string]>([
  [1, 'all', '1 day'],
  [14, 'all', '14 days'],
  [1, 'monday-to-friday', '1 working day'],
  [5, 'sunday-to-thursday', '5 working days'],
])('%d days (%s) are told as %s', (days, answerDays, text) => {
  expect(tellAnswerTime({ daysBeforeAutoReclamation: days, answerDays })).toBe(text);
});

/** Days that count after one day, up to and with another. */
function workingDays(time: { readonly answerDays: AnswerDays }, after: string, last: string): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1)) if (!isDayOff(time, day)) count += 1;
  return count;
}
