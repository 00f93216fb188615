import fc from 'fast-check';
import { ANSWER_DAYS, answerBy, tellAnswerTime, type AnswerDays } from '../../src/domain/answer-time';
import { DAY, toIso } from '../../src/domain/instant';

test.each<[string, number, AnswerDays, string]>([
  ['2026-11-27T10:00:00.000Z', 1, 'all', '2026-11-28T10:00:00.000Z'],
  ['2026-11-27T10:00:00.000Z', 1, 'monday-to-friday', '2026-11-30T10:00:00.000Z'], // over a weekend
  ['2026-11-28T10:00:00.000Z', 1, 'monday-to-friday', '2026-12-01T00:00:00.000Z'], // asked on a Saturday: all of Monday
  ['2026-11-23T10:00:00.000Z', 4, 'monday-to-friday', '2026-11-27T10:00:00.000Z'], // within a week
  ['2026-11-23T00:00:00.000Z', 5, 'monday-to-friday', '2026-11-28T00:00:00.000Z'], // a whole one: Friday’s end
  ['2026-11-23T10:00:00.000Z', 14, 'monday-to-friday', '2026-12-11T10:00:00.000Z'],
  ['2026-11-26T10:00:00.000Z', 1, 'sunday-to-thursday', '2026-11-29T10:00:00.000Z'],
  ['2026-11-28T10:00:00.000Z', 2, 'sunday-to-thursday', '2026-12-01T00:00:00.000Z'],
])('whoever is asked at %s has %d days (%s) until %s', (askedAt, days, answerDays, until) => {
  expect(toIso(answerBy({ daysBeforeAutoReclamation: days, answerDays }, Date.parse(askedAt)))).toBe(until);
});

test('nobody has less than the days that were promised, nor do days off make up more than they can', () => {
  const times = fc.record({
    daysBeforeAutoReclamation: fc.integer({ min: 1, max: 90 }),
    answerDays: fc.constantFrom(...ANSWER_DAYS),
  });
  const moment = fc.integer({ min: 1.7e12, max: 1.9e12 });
  fc.assert(
    fc.property(times, moment, moment, (time, one, other) => {
      const until = answerBy(time, one);
      const days = time.daysBeforeAutoReclamation;
      const daysOff = time.answerDays === 'all' ? 0 : 2 * Math.ceil(days / 5) + 2;
      expect(until - one).toBeGreaterThanOrEqual(days * DAY);
      expect(until - one).toBeLessThanOrEqual((days + daysOff) * DAY);
      // Whoever is asked later never has to answer earlier.
      expect(answerBy(time, Math.max(one, other))).toBeGreaterThanOrEqual(answerBy(time, Math.min(one, other)));
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
