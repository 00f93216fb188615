import fc from 'fast-check';
import { lastActivityOf, noActivity, type Coverage, type LastActivity } from '../../src/domain/activity';
import { HOUR } from '../../src/domain/instant';
import {
  automaticRule,
  decide,
  usageOf,
  type PersonFacts,
  type ReclamationRule,
} from '../../src/domain/reclamation-rule';
import type { SoftwareSubscription } from '../../src/domain/software-subscription';
import { daysAgo, instant, lastByKind, NOW } from './arbitraries';

const rule: ReclamationRule = automaticRule('p-1', { key: 'jira-software', name: 'Jira' });
const seat: SoftwareSubscription = {
  accountId: 'u-1',
  roleKey: 'jira-software',
  groupIds: ['g-1'],
  firstSeen: null,
  administrator: false,
  traits: null,
};
const covered: Coverage = { from: daysAgo(61), to: daysAgo(0), gaps: [] };
const seenAt = (at: number): LastActivity => ({ kind: 'seen', at, activityKind: 'worklog', ref: null });
const noneSince = (since: number): LastActivity => ({ kind: 'none-since', since });
const unknown: LastActivity = { kind: 'unknown', because: 'not read' };

test('the automatic rule proposes after 60 days, also where nothing was ever seen', () => {
  expect(rule).toMatchObject({ lastActivityThresholdDays: 60, includeNoActivity: true, automatic: true });
});

interface Case {
  readonly name: string;
  readonly activity: LastActivity;
  readonly coverage?: Coverage | undefined;
  readonly administrator?: boolean;
  readonly includeNoActivity?: boolean;
  readonly more?: Partial<ReclamationRule>;
  readonly firstSeen?: number | null;
  readonly person?: Partial<PersonFacts>;
  readonly expected: string;
  readonly usage: string;
}

const cases: Case[] = [
  { name: 'seen today', activity: seenAt(NOW), expected: 'active', usage: 'active' },
  { name: 'seen exactly at the threshold', activity: seenAt(daysAgo(60)), expected: 'active', usage: 'active' },
  { name: 'seen a moment before it', activity: seenAt(daysAgo(60) - 1), expected: 'candidate', usage: 'inactive' },
  {
    name: 'seen lately though nothing is covered',
    activity: seenAt(NOW),
    coverage: undefined,
    expected: 'active',
    usage: 'active',
  },
  { name: 'an active administrator', activity: seenAt(NOW), administrator: true, expected: 'active', usage: 'active' },
  {
    name: 'an idle administrator',
    activity: noneSince(daysAgo(61)),
    administrator: true,
    expected: 'administrator',
    usage: 'inactive',
  },
  { name: 'never collected', activity: unknown, coverage: undefined, expected: 'not-covered', usage: 'unknown' },
  {
    name: 'a gap',
    activity: seenAt(daysAgo(80)),
    coverage: { ...covered, gaps: ['x'] },
    expected: 'not-covered',
    usage: 'unknown',
  },
  { name: 'unknown under complete coverage', activity: unknown, expected: 'unknown', usage: 'unknown' },
  {
    name: 'coverage that reaches back exactly far enough',
    activity: noneSince(daysAgo(60)),
    coverage: { ...covered, from: daysAgo(60) },
    expected: 'candidate',
    usage: 'inactive',
  },
  {
    name: 'coverage a moment too short',
    activity: noneSince(daysAgo(60) + 1),
    coverage: { ...covered, from: daysAgo(60) + 1 },
    expected: 'not-covered',
    usage: 'unknown',
  },
  {
    name: 'coverage that ended exactly two days ago',
    activity: seenAt(daysAgo(80)),
    coverage: { ...covered, to: daysAgo(2) },
    expected: 'candidate',
    usage: 'inactive',
  },
  {
    name: 'coverage that ended a moment earlier',
    activity: seenAt(daysAgo(80)),
    coverage: { ...covered, to: daysAgo(2) - 1 },
    expected: 'not-covered',
    usage: 'unknown',
  },
  {
    name: 'silent since exactly the threshold',
    activity: noneSince(daysAgo(60)),
    expected: 'candidate',
    usage: 'inactive',
  },
  {
    name: 'a new joiner, silent for less',
    activity: noneSince(daysAgo(60) + HOUR),
    expected: 'too-new',
    usage: 'unknown',
  },
  {
    name: 'a new account within the threshold',
    activity: { kind: 'never', since: daysAgo(59) },
    expected: 'too-new',
    usage: 'unknown',
  },
  {
    name: 'an account that was never used since it got its seat',
    activity: { kind: 'never', since: daysAgo(61) },
    expected: 'candidate',
    usage: 'inactive',
  },
  {
    name: 'a never used account, and the rule keeps those',
    activity: { kind: 'never', since: daysAgo(61) },
    includeNoActivity: false,
    expected: 'no-activity-kept',
    usage: 'inactive',
  },
  {
    name: 'no activity ever, and the rule keeps those',
    activity: noneSince(daysAgo(61)),
    includeNoActivity: false,
    expected: 'no-activity-kept',
    usage: 'inactive',
  },
  ...idle({ more: { createCandidates: false } }, 'counted-only'),
  ...idle({ more: { protectedAccountIds: ['u-9', 'u-1'] } }, 'protected'),
  ...idle({ more: { protectedAccountIds: ['u-9'] } }, 'candidate'),
  ...idle({ more: { protectedGroupIds: ['g-1'] } }, 'protected'),
  ...idle({ more: { protectedGroupIds: ['g-9'] } }, 'candidate'),
  ...idle({ person: { isProtected: true } }, 'protected'),
  ...idle({ more: { condition: { groupIds: ['g-1', 'g-2'], firstSeenBefore: null } } }, 'candidate'),
  ...idle({ more: { condition: { groupIds: ['g-2'], firstSeenBefore: null } } }, 'out-of-condition'),
  ...idle({ more: { condition: { groupIds: [], firstSeenBefore: daysAgo(70) } } }, 'candidate'),
  ...idle({ firstSeen: daysAgo(71), more: { condition: { groupIds: [], firstSeenBefore: daysAgo(70) } } }, 'candidate'),
  ...idle(
    { firstSeen: daysAgo(70), more: { condition: { groupIds: [], firstSeenBefore: daysAgo(70) } } },
    'out-of-condition',
  ),
  ...idle({ firstSeen: daysAgo(30) }, 'candidate'),
  ...idle({ firstSeen: daysAgo(30) + 1 }, 'in-grace'),
  ...idle({ person: { assignedAt: daysAgo(30) + 1 } }, 'in-grace'),
  ...idle({ firstSeen: daysAgo(2), more: { newAccountGraceDays: 0 } }, 'candidate'),
];

/** Somebody seen last 80 days ago, with something that may keep the seat all the same. */
function idle(given: Partial<Case>, expected: string): Case[] {
  return [{ name: JSON.stringify(given), activity: seenAt(daysAgo(80)), expected, usage: 'inactive', ...given }];
}

describe('deciding one seat', () => {
  test.each(cases)('$name: $expected, counted as $usage', (given) => {
    const coverage = 'coverage' in given ? given.coverage : covered;
    const { administrator = false, includeNoActivity = true, firstSeen = null } = given;
    const subscription = { ...seat, administrator, firstSeen };
    const ruled = { ...rule, includeNoActivity, ...given.more };
    const person = { assignedAt: null, isProtected: false, ...given.person };
    const decision = decide(subscription, given.activity, coverage, ruled, NOW, person);
    expect(decision.kind === 'keep' ? decision.because : decision.kind).toBe(given.expected);
    expect(usageOf(given.activity, coverage, 60, NOW)).toBe(given.usage);
  });

  test('a candidate says for how many whole days it was silent, when anything was ever seen', () => {
    const seen = decide(seat, seenAt(daysAgo(75) - HOUR), covered, rule, NOW);
    expect(seen).toEqual({ kind: 'candidate', inactiveDays: 75, silentSince: daysAgo(75) - HOUR });
    const never = decide(seat, noneSince(daysAgo(61)), covered, rule, NOW);
    expect(never).toEqual({ kind: 'candidate', inactiveDays: null, silentSince: daysAgo(61) });
  });
});

describe('whatever the facts', () => {
  const often = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, other);
  const anyCoverage: fc.Arbitrary<Coverage | undefined> = fc.option(
    fc.record({ from: instant, to: instant, gaps: fc.array(fc.constant('gap'), { maxLength: 1 }) }),
    { nil: undefined },
  );
  const coverage = often<Coverage | undefined>({ from: daysAgo(130), to: NOW, gaps: [] }, anyCoverage);
  const facts = fc.record({
    coverage,
    lastByKind,
    firstSeen: often<number | null>(null, instant),
    assignedAt: often<number | null>(null, instant),
    administrator: often(false, fc.boolean()),
    threshold: fc.integer({ min: 1, max: 120 }),
    grace: fc.integer({ min: 0, max: 60 }),
    protectedAccountIds: fc.subarray(['u-1', 'u-2']),
    protectedGroupIds: fc.subarray(['g-1', 'g-2']),
    isProtected: often(false, fc.boolean()),
    createCandidates: often(true, fc.boolean()),
    condition: fc.record({ groupIds: fc.subarray(['g-1', 'g-2']), firstSeenBefore: fc.option(instant) }),
  });

  test('a proposed seat was covered without a gap, silent for the threshold, and nobody’s who is to be kept', () => {
    let proposed = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const person = { ...noActivity('u-1'), lastByKind: given.lastByKind, assignedAt: given.assignedAt };
        const activity = lastActivityOf(person, given.coverage, given.firstSeen);
        const { administrator, threshold } = given;
        const { protectedAccountIds, protectedGroupIds, createCandidates, condition, firstSeen, assignedAt } = given;
        const ruled: ReclamationRule = {
          ...rule,
          lastActivityThresholdDays: threshold,
          newAccountGraceDays: given.grace,
          protectedAccountIds,
          protectedGroupIds,
          createCandidates,
          condition,
        };
        const judged = { ...seat, administrator, firstSeen };
        const facts = { assignedAt, isProtected: given.isProtected };
        const decision = decide(judged, activity, given.coverage, ruled, NOW, facts);
        if (decision.kind !== 'candidate') return;
        proposed += 1;
        const limit = daysAgo(threshold);
        expect(administrator || given.isProtected || !createCandidates).toBe(false);
        expect(protectedAccountIds).not.toContain('u-1');
        expect(protectedGroupIds).not.toContain('g-1');
        expect(Math.max(firstSeen ?? 0, assignedAt ?? 0)).toBeLessThanOrEqual(daysAgo(given.grace));
        if (condition.groupIds.length > 0) expect(condition.groupIds).toContain('g-1');
        if (condition.firstSeenBefore !== null) expect(firstSeen ?? 0).toBeLessThan(condition.firstSeenBefore);
        expect(given.coverage?.gaps).toEqual([]);
        expect(given.coverage?.from).toBeLessThanOrEqual(limit);
        expect(Math.max(0, ...Object.values(given.lastByKind).map(({ at }) => at))).toBeLessThan(limit);
        if (Object.keys(given.lastByKind).length === 0) {
          expect(Math.max(given.firstSeen ?? 0, given.assignedAt ?? 0)).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 3000 },
    );
    expect(proposed).toBeGreaterThan(20);
  });

  test('who is proposed counts as inactive, who is kept as active counts as active', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const activity = lastActivityOf({ ...noActivity('u-1'), lastByKind: given.lastByKind }, given.coverage, null);
        const ruled = { ...rule, lastActivityThresholdDays: given.threshold };
        const decision = decide(seat, activity, given.coverage, ruled, NOW);
        const usage = usageOf(activity, given.coverage, given.threshold, NOW);
        if (decision.kind === 'candidate') expect(usage).toBe('inactive');
        else expect(usage === 'active').toBe(decision.because === 'active');
      }),
    );
  });
});
