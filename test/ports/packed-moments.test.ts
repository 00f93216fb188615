import fc from 'fast-check';
import { ACTIVITY_KINDS } from '../../src/domain/activity';
import { ActivityBucket, packed } from '../../src/adapters/store/activity-rows';
import '../fakes/property-seed';

const anyMoment = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(NaN, Infinity, -Infinity, -1, 8.64e15, 36 ** 8, 36 ** 8 - 1, 1.5),
);

test('whatever moment a bucket of activity is given, it is read back as the nearest one that fits, and nothing else changes', () => {
  fc.assert(
    fc.property(
      anyMoment,
      anyMoment,
      fc.constantFrom(...ACTIVITY_KINDS),
      fc.option(fc.string()),
      (at, assigned, kind, ref) => {
        const person = { accountId: 'a b', assignedAt: assigned, lastByKind: { [kind]: { at, ref } } };
        const [back, next] = ActivityBucket.parse(packed([person, { ...person, accountId: 'next' }]));
        expect(back?.accountId).toBe('a b');
        expect(next?.accountId).toBe('next');
        const trace = back?.lastByKind[kind];
        expect(Object.keys(back?.lastByKind ?? {})).toEqual([kind]);
        expect(trace?.ref ?? '').toBe(ref ?? '');
        const fitting = (moment: number) => Math.min(36 ** 8 - 1, Math.max(0, Math.trunc(moment) || 0));
        expect(trace?.at).toBe(fitting(at));
        expect(back?.assignedAt).toBe(fitting(assigned));
      },
    ),
  );
});
