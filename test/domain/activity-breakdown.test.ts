import fc from 'fast-check';
import {
  addCounts,
  countInto,
  LAST_SEEN_AS,
  NOTHING_COUNTED,
  seenAs,
  type CountedRow,
  type CountedSeat,
} from '../../src/domain/activity-breakdown';
import type { Coverage } from '../../src/domain/activity';
import { ACTIVITY_SPANS, countedAs } from '../../src/domain/license-position';
import { automaticRule } from '../../src/domain/reclamation-rule';
import { daysAgo, NOW } from './arbitraries';

/** Some as objects name their own properties. */
const GROUPS = ['g-1', '__proto__', 'toString'];
const seat: fc.Arbitrary<CountedSeat> = fc.record({
  roleKey: fc.constantFrom('jira-software', '__proto__', 'constructor'),
  groupIds: fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1 }),
  span: fc.constantFrom(...ACTIVITY_SPANS),
  seenAs: fc.constantFrom(...LAST_SEEN_AS),
});
const seats = fc.array(seat, { maxLength: 30 });
const seatsOf = (rows: readonly CountedRow[], wanted: string) => rows.find(({ key }) => key === wanted)?.seats ?? 0;

describe('the breakdown of activity', () => {
  test('counts every seat by its app and its last activity, and once with each group', () => {
    fc.assert(
      fc.property(seats, (all) => {
        const { byRole, byGroup, bySeenAs } = countInto(NOTHING_COUNTED, all);
        const span = (each: string) => ACTIVITY_SPANS.findIndex((name) => name === each);
        for (const { key, ...counts } of byRole) {
          const own = all.filter(({ roleKey }) => roleKey === key);
          expect(counts.seats).toBe(own.length);
          for (const name of ACTIVITY_SPANS)
            expect(counts.spans[span(name)]).toBe(own.filter((each) => each.span === name).length);
          for (const [n, name] of LAST_SEEN_AS.entries())
            expect(counts.seenAs[n]).toBe(own.filter((each) => each.seenAs === name).length);
        }
        for (const id of GROUPS)
          expect(seatsOf(byGroup, id)).toBe(all.filter(({ groupIds }) => groupIds.includes(id)).length);
        for (const name of LAST_SEEN_AS)
          expect(seatsOf(bySeenAs, name)).toBe(all.filter((each) => each.seenAs === name).length);
      }),
    );
  });

  test('is the same counted at once or part by part, and changes nothing it was given', () => {
    fc.assert(
      fc.property(seats, seats, (some, others) => {
        const first = countInto(NOTHING_COUNTED, some);
        const kept = structuredClone(first);
        expect(countInto(first, others)).toEqual(countInto(NOTHING_COUNTED, [...some, ...others]));
        expect(first).toEqual(kept);
        expect(NOTHING_COUNTED).toEqual({ byRole: [], byGroup: [], bySeenAs: [] });
      }),
    );
  });

  test('adds up what profiles counted, also where one counted before a sort was told apart', () => {
    expect(addCounts({ seats: 1, spans: [1], seenAs: [0, 1] }, { seats: 2, spans: [1, 1], seenAs: [2] })).toEqual({
      seats: 3,
      spans: [2, 1],
      seenAs: [2, 1],
    });
    expect(addCounts(undefined, { seats: 2, spans: [2], seenAs: [2] })).toEqual({ seats: 2, spans: [2], seenAs: [2] });
  });

  test.each([
    [{ kind: 'seen', at: NOW, activityKind: 'admin-fields', ref: null } as const, 'administration'],
    [{ kind: 'seen', at: NOW, activityKind: 'issue-viewed', ref: null } as const, 'view'],
    [{ kind: 'never', since: NOW } as const, 'never'],
    [{ kind: 'none-since', since: NOW } as const, 'none-since'],
    [{ kind: 'unknown', because: '' } as const, 'unknown'],
  ])('%j is shown as %s', (activity, shown) => expect(seenAs(activity)).toBe(shown));
});

describe('a new account', () => {
  const rule = automaticRule('p-1', { key: 'jira-software', name: 'Jira' });
  const coverage: Coverage = { from: daysAgo(100), to: NOW, gaps: [] };

  test('is never used from its first day on, though only unknown to the rule', () => {
    expect(countedAs({ kind: 'never', since: daysAgo(5) }, coverage, rule, NOW)).toEqual({
      usage: 'unknown',
      span: 'Never used',
    });
  });

  test('is inactive once it was silent long enough', () => {
    expect(countedAs({ kind: 'never', since: daysAgo(61) }, coverage, rule, NOW)).toEqual({
      usage: 'inactive',
      span: 'Never used',
    });
  });

  test('is unknown while what is known is days old', () => {
    const old = { ...coverage, to: daysAgo(5) };
    expect(countedAs({ kind: 'never', since: daysAgo(5) }, old, rule, NOW).span).toBe('Unknown');
  });
});
