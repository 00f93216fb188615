import fc from 'fast-check';
import { lastActivityOf, noActivity, type Coverage, type LastActivity } from '../../src/domain/activity';
import { HOUR } from '../../src/domain/instant';
import { automaticRule, decide, usageOf, type ReclamationRule } from '../../src/domain/reclamation-rule';
import type { SoftwareSubscription } from '../../src/domain/software-subscription';
import { daysAgo, instant, lastByKind, NOW } from './arbitraries';

const rule: ReclamationRule = automaticRule('p-1', { key: 'jira-software', name: 'Jira' });
const seat: SoftwareSubscription = {
  accountId: 'u-1',
  roleKey: 'jira-software',
  groupIds: ['g-1'],
  firstSeen: null,
  administrator: false,
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
];

describe('deciding one seat', () => {
  test.each(cases)('$name: $expected, counted as $usage', (given) => {
    const coverage = 'coverage' in given ? given.coverage : covered;
    const { administrator = false, includeNoActivity = true } = given;
    const decision = decide({ ...seat, administrator }, given.activity, coverage, { ...rule, includeNoActivity }, NOW);
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
  const coverage: fc.Arbitrary<Coverage | undefined> = fc.option(
    fc.record({ from: instant, to: instant, gaps: fc.array(fc.constant('gap'), { maxLength: 1 }) }),
    { nil: undefined },
  );
  const facts = fc.record({
    coverage,
    lastByKind,
    firstSeen: fc.option(instant),
    assignedAt: fc.option(instant),
    administrator: fc.boolean(),
    threshold: fc.integer({ min: 1, max: 120 }),
  });

  test('a proposed seat was covered without a gap, silent for the threshold and no administrator’s', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const person = { ...noActivity('u-1'), lastByKind: given.lastByKind, assignedAt: given.assignedAt };
        const activity = lastActivityOf(person, given.coverage, given.firstSeen);
        const { administrator, threshold } = given;
        const ruled = { ...rule, lastActivityThresholdDays: threshold };
        const decision = decide({ ...seat, administrator }, activity, given.coverage, ruled, NOW);
        fc.pre(decision.kind === 'candidate');
        const limit = daysAgo(threshold);
        expect(administrator).toBe(false);
        expect(given.coverage?.gaps).toEqual([]);
        expect(given.coverage?.from).toBeLessThanOrEqual(limit);
        expect(Math.max(0, ...Object.values(given.lastByKind).map(({ at }) => at))).toBeLessThan(limit);
        if (Object.keys(given.lastByKind).length === 0) {
          expect(Math.max(given.firstSeen ?? 0, given.assignedAt ?? 0)).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 500, maxSkipsPerRun: 10_000 },
    );
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
