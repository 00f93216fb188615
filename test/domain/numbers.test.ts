import fc from 'fast-check';
import { DAY, HOUR, toIso, utcDay, wholeDays } from '../../src/domain/instant';
import {
  ACTIVITY_SPANS,
  countExcluded,
  type OpenNumbers,
  countSeat,
  emptyRole,
  emptySnapshot,
  POSITIONS_KEPT,
  rememberPosition,
  spanOf,
  type PastPosition,
} from '../../src/domain/license-position';
import { budgetProblem, chargeFor, hourOf, nextHour, worstCase } from '../../src/domain/point-budget';
import { estimatedUnitCost, isRecognized } from '../../src/domain/software-model';
import { daysAgo, instant, NOW } from './arbitraries';

describe('days', () => {
  test.each([
    [0, 0],
    [DAY - 1, 0],
    [DAY, 1],
    [59 * DAY + 23 * HOUR, 59],
    [-DAY, 0],
  ])('%d ms are %d whole days', (span, days) => expect(wholeDays(NOW - span, NOW)).toBe(days));

  test('are those of UTC', () => {
    expect(utcDay(Date.UTC(2026, 0, 1) - 1)).toBe('2025-12-31');
    expect(toIso(Date.UTC(2026, 0, 1))).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('the license position', () => {
  const seen = (days: number) => spanOf({ kind: 'seen', at: daysAgo(days), activityKind: 'worklog', ref: null }, NOW);

  test.each([
    [0, '0–30'],
    [29.9, '0–30'],
    [30, '30–60'],
    [59.9, '30–60'],
    [60, '60–90'],
    [89.9, '60–90'],
    [90, '90–120'],
    [119.9, '90–120'],
    [120, '120+'],
    [1000, '120+'],
  ])('activity %d days ago is in %s', (days, span) => expect(seen(days)).toBe(span));

  test('silence and ignorance have spans of their own', () => {
    expect(spanOf({ kind: 'none-since', since: daysAgo(90) }, NOW)).toBe('None seen');
    expect(spanOf({ kind: 'never', since: daysAgo(90) }, NOW)).toBe('Never used');
    expect(spanOf({ kind: 'unknown', because: '' }, NOW)).toBe('Unknown');
    expect(Object.keys(emptySnapshot())).toEqual([...ACTIVITY_SPANS]);
  });

  test('every seat is counted once in its class', () => {
    const seats = fc.array(fc.tuple(fc.constantFrom('active', 'inactive', 'unknown'), fc.boolean()));
    fc.assert(
      fc.property(seats, (all) => {
        const role = { key: 'jira-software', name: 'Jira' };
        const numbers: OpenNumbers = emptyRole(role);
        for (const [usage, isCandidate] of all) countSeat(numbers, usage, isCandidate);
        expect(numbers.seats).toBe(all.length);
        const before = { ...numbers };
        countExcluded(numbers);
        expect(numbers).toEqual({ ...before, excluded: 1 });
        expect(numbers.active + numbers.inactive + numbers.unknown).toBe(all.length);
        expect(numbers.candidates).toBe(all.filter(([, isCandidate]) => isCandidate).length);
      }),
    );
  });
});

test('a trend remembers the newest positions in their order, one of each moment', () => {
  const moments = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 150 });
  fc.assert(
    fc.property(moments, (unsorted) => {
      const ats = [...unsorted].sort((a, b) => a - b);
      const position = (at: number) => ({ at, byRole: [], activity: emptySnapshot() });
      const past = ats.reduce<PastPosition[]>((kept, at) => rememberPosition(kept, position(at)), []);
      expect(past.map(({ at }) => at)).toEqual([...new Set(ats)].slice(-POSITIONS_KEPT));
    }),
  );
});

test.each([
  [1_000, true],
  [40_000, true],
  [60_000, true],
  [999, false],
  [60_001, false],
  [1_000.5, false],
  [Number.NaN, false],
])('%d points an hour can be the budget: %s', (points, fits) => {
  expect(budgetProblem(points) === undefined).toBe(fits);
});

describe('points', () => {
  test('a full page of 50 members costs 101', () => {
    expect(worstCase({ perObject: 2, atMost: 50 })).toBe(101);
    expect(chargeFor({ perObject: 2, atMost: 50 }, 3)).toBe(7);
    expect(chargeFor({ perObject: 0, atMost: 0 }, 9)).toBe(1);
  });

  test('are refilled at the next full hour, never now', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(hourOf(at)).toBeLessThanOrEqual(at);
        expect(nextHour(at)).toBeGreaterThan(at);
        expect(nextHour(at) % HOUR).toBe(0);
        expect(nextHour(at) - hourOf(at)).toBe(HOUR);
      }),
    );
  });
});

test('a seat has an estimated price, an unknown application none', () => {
  expect(estimatedUnitCost('jira-software')).toEqual({ amount: 8, currency: 'USD', source: 'estimate' });
  for (const roleKey of ['unheard-of', '__proto__', 'constructor'])
    expect([estimatedUnitCost(roleKey).amount, isRecognized(roleKey, [])]).toEqual([0, false]);
});
