import fc from 'fast-check';
import {
  ACTIVITY_KINDS,
  CLASS_OF_KIND,
  lastActivityOf,
  latestActivity,
  mergeActivity,
  noActivity,
  withFact,
  type Coverage,
  type PersonActivity,
} from '../../src/domain/activity';
import { activityFact, daysAgo, NOW, personActivity } from './arbitraries';

const complete: Coverage = { from: daysAgo(60), to: NOW, gaps: [] };

describe('last activity only moves forward', () => {
  test('whatever the order and the repetition of the facts, the result is the same', () => {
    fc.assert(
      fc.property(
        fc.array(activityFact, { maxLength: 20 }),
        fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
        (facts, randoms) => {
          const fold = (list: typeof facts) => list.reduce(withFact, noActivity('u-1'));
          const shuffled = [...facts, ...facts]
            .map((fact, n) => ({ fact, order: randoms[n] ?? 0 }))
            .sort((a, b) => a.order - b.order)
            .map(({ fact }) => fact);
          expect(fold(shuffled)).toEqual(fold(facts));
        },
      ),
    );
  });

  test('a merge is never older than either side, for any kind', () => {
    fc.assert(
      fc.property(personActivity, personActivity, (a, b) => {
        const merged = mergeActivity(a, b);
        for (const kind of ACTIVITY_KINDS) {
          const sides = [a.lastByKind[kind], b.lastByKind[kind]].filter((at) => at !== undefined);
          expect(merged.lastByKind[kind]).toBe(sides.length === 0 ? undefined : Math.max(...sides));
        }
        expect(merged.assignedAt ?? 0).toBe(Math.max(a.assignedAt ?? 0, b.assignedAt ?? 0));
      }),
    );
  });

  test('merging is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(personActivity, personActivity, personActivity, (a, b, c) => {
        expect(mergeActivity(a, b)).toEqual(mergeActivity(b, a));
        expect(mergeActivity(mergeActivity(a, b), c)).toEqual(mergeActivity(a, mergeActivity(b, c)));
        expect(mergeActivity(a, a)).toEqual(a);
      }),
    );
  });

  test('merging changes neither side', () => {
    fc.assert(
      fc.property(personActivity, personActivity, (a, b) => {
        const before = JSON.stringify([a, b]);
        mergeActivity(a, b);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });
});

test('the latest activity is the newest moment of all kinds', () => {
  fc.assert(
    fc.property(personActivity, (person) => {
      const moments = Object.values(person.lastByKind);
      expect(latestActivity(person)?.at).toBe(moments.length === 0 ? undefined : Math.max(...moments));
    }),
  );
});

test('every kind counts as exactly one class', () => {
  expect(ACTIVITY_KINDS.map((kind) => CLASS_OF_KIND[kind])).toEqual([
    ...Array<string>(5).fill('contribution'),
    'administration',
    'view',
  ]);
});

describe('lastActivityOf', () => {
  const silent = noActivity('u-1');
  const seen: PersonActivity = { ...silent, lastByKind: { worklog: daysAgo(10), 'issue-viewed': daysAgo(3) } };

  test('seen activity is told even when nothing else could be read', () => {
    const answer = { kind: 'seen', at: daysAgo(3), activityKind: 'issue-viewed' };
    expect(lastActivityOf(seen, undefined, null)).toEqual(answer);
    expect(lastActivityOf(seen, { ...complete, gaps: ['x'] }, null)).toEqual(answer);
  });

  test('silence without coverage, or with a gap, is unknown', () => {
    expect(lastActivityOf(silent, undefined, null)).toMatchObject({ kind: 'unknown' });
    expect(lastActivityOf(silent, { ...complete, gaps: ['The audit log is closed.'] }, null)).toEqual({
      kind: 'unknown',
      because: 'Activity could not be read completely. The audit log is closed.',
    });
  });

  test.each([
    ['the start of the coverage', null, null, daysAgo(60)],
    ['the day the seat appeared', daysAgo(20), null, daysAgo(20)],
    ['the last assignment', daysAgo(20), daysAgo(5), daysAgo(5)],
    ['the coverage when the seat is older', daysAgo(300), daysAgo(200), daysAgo(60)],
  ])('silence counts from %s', (_name, firstSeen, assignedAt, since) => {
    expect(lastActivityOf({ ...silent, assignedAt }, complete, firstSeen)).toEqual({ kind: 'none-since', since });
  });
});
