import fc from 'fast-check';
import { ACTIVITY_KINDS, type ActivityFact, type PersonActivity, type Trace } from '../../src/domain/activity';
import type { Instant } from '../../src/domain/instant';
import { DAY } from '../../src/domain/instant';

export const NOW: Instant = Date.UTC(2026, 10, 23, 12);
export const daysAgo = (days: number): Instant => NOW - days * DAY;

/** Like Atlassian's: hex, sometimes with a prefix. */
export const accountId = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{24}$/),
  fc.uuid().map((uuid) => `712020:${uuid}`),
);
/** Any text that an answer may hold where an id, a key or a name is expected. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '.',
    '#',
    ' ',
    '\ud800',
    'a.b',
    '"\'/\\?%&',
    '☃',
  ),
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);
export const instant = fc.integer({ min: daysAgo(400), max: NOW });
export const groupId: fc.Arbitrary<string> = fc.constantFrom('g-1', 'g-2', 'g-3', 'g-4', 'g-5', 'g-6');

/** Keys of work items, audit records, and what only a wild site would send. */
export const ref = fc.option(
  fc.oneof(
    fc.stringMatching(/^[A-Z][A-Z0-9]{1,9}-[1-9][0-9]{0,6}$/),
    fc.nat().map((id) => `audit:${id}`),
    fc.constantFrom('a key with spaces', '100%', 'ключ-1'),
  ),
);
export const trace: fc.Arbitrary<Trace> = fc.record({ at: instant, ref });

/** One of few people, so that facts meet. */
export const somebody = fc.constantFrom('u-1', 'u-2', 'u-3');
export const activityFact: fc.Arbitrary<ActivityFact> = fc.record({
  accountId: somebody,
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  at: instant,
  ref,
});

/** A few kinds each, so that silence is no rarity. */
export const lastByKind: fc.Arbitrary<PersonActivity['lastByKind']> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ACTIVITY_KINDS), trace), { selector: ([kind]) => kind, maxLength: 6 })
  .map((traces) => Object.fromEntries(traces));

/** What is known of one and the same person. */
export const personActivity: fc.Arbitrary<PersonActivity> = fc.record({
  accountId: fc.constant('u-1'),
  lastByKind,
  assignedAt: fc.option(instant),
});
