import fc from 'fast-check';
import {
  accessGiven,
  asHolderOf,
  ACTIVITY_BASES,
  ACTIVITY_KINDS,
  CLASS_OF_KIND,
  kindsOf,
  lastActivityOf,
  latestActivity,
  mergeActivity,
  noActivity,
  stampGroupOf,
  stampGroupsOf,
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
          const sides = [a.lastByKind[kind], b.lastByKind[kind]].filter((trace) => trace !== undefined);
          const newest = sides.length === 0 ? undefined : Math.max(...sides.map(({ at }) => at));
          expect(merged.lastByKind[kind]?.at).toBe(newest);
          const places = sides.filter(({ at }) => at === newest).map((side) => side.ref);
          if (places.length > 0) expect(places).toContain(merged.lastByKind[kind]?.ref);
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

test('the latest activity is the newest moment of all kinds that count, and by default all count', () => {
  fc.assert(
    fc.property(personActivity, (person) => {
      const newest = (kinds: ReadonlySet<string>) => {
        const moments = Object.entries(person.lastByKind).flatMap(([kind, { at }]) => (kinds.has(kind) ? [at] : []));
        return moments.length === 0 ? undefined : Math.max(...moments);
      };
      for (const basis of ACTIVITY_BASES) expect(latestActivity(person, basis)?.at).toBe(newest(kindsOf(basis)));
      expect(latestActivity(person)?.at).toBe(newest(new Set(ACTIVITY_KINDS)));
    }),
  );
});

test('every kind counts as exactly one class', () => {
  expect(ACTIVITY_KINDS.map((kind) => CLASS_OF_KIND[kind])).toEqual([
    ...Array<string>(5).fill('contribution'),
    'administration',
    'view',
    ...Array<string>(4).fill('contribution'),
    ...Array<string>(8).fill('administration'),
  ]);
});

test('a wider basis counts everything that a narrower one counts', () => {
  const [original, contributions, everything] = ACTIVITY_BASES.map((basis) => [...kindsOf(basis)]);
  expect(contributions).toEqual(expect.arrayContaining(original ?? []));
  expect(everything).toEqual(expect.arrayContaining(contributions ?? []));
  expect(original).toHaveLength(10);
  expect(contributions).not.toContain('issue-viewed');
  expect([...(everything ?? [])].sort()).toEqual([...ACTIVITY_KINDS].sort());
});

test('a stamp of one group never hides one that a narrower basis counts', () => {
  for (const basis of ACTIVITY_BASES) {
    const groups = stampGroupsOf(basis);
    for (const kind of ACTIVITY_KINDS) expect(groups.includes(stampGroupOf(kind))).toBe(kindsOf(basis).has(kind));
  }
});

describe('lastActivityOf', () => {
  const silent = noActivity('u-1');
  const seen: PersonActivity = {
    ...silent,
    lastByKind: { worklog: { at: daysAgo(10), ref: 'A-1' }, 'issue-viewed': { at: daysAgo(3), ref: 'A-2' } },
  };

  test('seen activity is told even when nothing else could be read', () => {
    const answer = { kind: 'seen', at: daysAgo(3), activityKind: 'issue-viewed', ref: 'A-2' };
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
    ['the start of the coverage', null, null, 'none-since', daysAgo(60)],
    ['the day a new account got its seat', daysAgo(20), null, 'never', daysAgo(20)],
    ['the last assignment', daysAgo(20), daysAgo(5), 'never', daysAgo(5)],
    ['the assignment of somebody who was there before', null, daysAgo(5), 'never', daysAgo(5)],
    ['the coverage when the seat is older', daysAgo(300), daysAgo(200), 'none-since', daysAgo(60)],
  ])('silence counts from %s', (_name, firstSeen, assignedAt, kind, since) => {
    expect(lastActivityOf({ ...silent, assignedAt }, complete, firstSeen)).toEqual({ kind, since });
  });

  test('under a narrower basis other activity is silence, but no new account', () => {
    const changed = { kind: 'seen', at: daysAgo(10), activityKind: 'worklog', ref: 'A-1' };
    expect(lastActivityOf(seen, complete, null, 'any-contribution')).toEqual(changed);
    const none = { kind: 'none-since', since: daysAgo(60) };
    expect(lastActivityOf(seen, complete, null, 'original-compatible')).toEqual(none);
    const later = { kind: 'none-since', since: daysAgo(20) };
    expect(lastActivityOf(seen, complete, daysAgo(20), 'original-compatible')).toEqual(later);
  });
});

test('access to an application is the later of what is told of it and of what is told of none', () => {
  const both = mergeActivity(
    { ...noActivity('u-1'), assignedTo: [['jira-software', 5]] },
    {
      ...noActivity('u-1'),
      assignedAt: 7,
      assignedTo: [
        ['jira-servicedesk', 9],
        ['jira-software', 3],
      ],
    },
  );
  expect(both.assignedTo).toEqual([
    ['jira-servicedesk', 9],
    ['jira-software', 5],
  ]);
  expect(['jira-software', 'jira-servicedesk', 'jira-core'].map((key) => accessGiven(both, key))).toEqual([7, 9, 7]);
  expect(asHolderOf(both, 'jira-servicedesk').assignedAt).toBe(9);
});
