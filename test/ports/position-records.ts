import fc from 'fast-check';
import { LAST_SEEN_AS } from '../../src/domain/activity-breakdown';
import { ACTIVITY_SPANS, type LicensePosition } from '../../src/domain/license-position';
import { anyText, instant } from '../domain/arbitraries';

/** License positions as they are stored, with and without what was last counted of them. */
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const count = fc.nat(100_000);
const rows = <Key extends string>(key: fc.Arbitrary<Key>) =>
  fc.array(fc.record({ key, seats: count, spans: fc.array(count), seenAs: fc.array(count) }), { maxLength: 4 });
const breakdown = fc.record({
  byRole: rows(anyText),
  byGroup: rows(anyText),
  bySeenAs: rows(fc.constantFrom(...LAST_SEEN_AS)),
});
export const position: fc.Arbitrary<LicensePosition> = fc
  .tuple(positionOfBefore(), fc.option(breakdown, { nil: undefined }))
  .map(([before, detail]) => (detail ? { ...before, breakdown: detail } : before));
function positionOfBefore(): fc.Arbitrary<LicensePosition> {
  return fc.record({
    at: instant,
    byRole: fc.array(
      fc.record({
        roleKey: id,
        name: fc.string(),
        seats: count,
        active: count,
        inactive: count,
        unknown: count,
        candidates: count,
        excluded: count,
        wouldPropose: count,
      }),
      { maxLength: 3 },
    ),
    activity: fc.record(Object.fromEntries(ACTIVITY_SPANS.map((span) => [span, count]))),
  });
}
