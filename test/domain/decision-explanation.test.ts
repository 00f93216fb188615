import fc from 'fast-check';
import { ACTIVITY_BASES, type Coverage, type LastActivity } from '../../src/domain/activity';
import { decideSeat, explainDecision, type SeatFacts } from '../../src/domain/decision-explanation';
import { DAY, type Instant } from '../../src/domain/instant';
import { automaticRule, decide, NOTHING_MORE } from '../../src/domain/reclamation-rule';

const NOW: Instant = Date.UTC(2026, 10, 23, 12);
const ago = (days: number): Instant => NOW - days * DAY;
const moment = fc.integer({ min: 0, max: 200 }).map(ago);

const activity: fc.Arbitrary<LastActivity> = fc.oneof(
  fc.record({
    kind: fc.constant('seen' as const),
    at: moment,
    activityKind: fc.constantFrom('comment-added' as const, 'issue-viewed' as const),
    ref: fc.option(fc.constant('A-1')),
  }),
  fc.record({ kind: fc.constantFrom('none-since' as const, 'never' as const), since: moment }),
  fc.record({ kind: fc.constant('unknown' as const), because: fc.constant('It could not be read.') }),
);
const coverage: fc.Arbitrary<Coverage> = fc.record({
  from: moment,
  to: fc.constantFrom(ago(0), ago(1), ago(5)),
  gaps: fc.constantFrom([], [], ['The audit log can’t be read.']),
});
const rule = fc
  .record({
    lastActivityThresholdDays: fc.constantFrom(30, 60, 90),
    includeNoActivity: fc.boolean(),
    activityBasis: fc.constantFrom(...ACTIVITY_BASES),
    createCandidates: fc.constantFrom(true, true, true, false),
    newAccountGraceDays: fc.constantFrom(0, 30),
    condition: fc.record({
      groupIds: fc.constantFrom([], [], ['g-1'], ['g-2']),
      firstSeenBefore: fc.constantFrom(null, null, ago(100)),
    }),
    protectedAccountIds: fc.constantFrom([], [], [], ['u-1']),
    protectedGroupIds: fc.constantFrom([], [], [], ['g-1']),
  })
  .map((settings) => ({ ...automaticRule('p-1', { key: 'jira-software', name: 'Jira' }), ...settings }));
const exclusion = {
  id: 'user.u-1',
  revision: 1,
  target: { kind: 'user', accountId: 'u-1' },
  active: true,
  createdAt: ago(9),
  createdBy: 'u-2',
  changedAt: ago(9),
  changedBy: 'u-2',
} as const;

const seats: fc.Arbitrary<SeatFacts> = fc.record({
  subscription: fc.record({
    accountId: fc.constant('u-1'),
    roleKey: fc.constant('jira-software'),
    groupIds: fc.constant(['g-1']),
    firstSeen: fc.option(moment),
    administrator: fc.constantFrom(false, false, false, true),
    traits: fc.constant(null),
  }),
  activity,
  coverage: fc.option(coverage, { nil: undefined, freq: 8 }),
  rule: fc.option(rule, { nil: undefined, freq: 8 }),
  exclusion: fc.constantFrom(undefined, undefined, undefined, exclusion),
  person: fc.record({ assignedAt: fc.option(moment), isProtected: fc.constantFrom(false, false, false, true) }),
  now: fc.constant(NOW),
});

test('the card says what decide says', () => {
  fc.assert(
    fc.property(seats, (seat) => {
      const decision = decideSeat(seat);
      expect(explainDecision(seat).decision === 'candidate').toBe(decision.kind === 'candidate');
      if (seat.rule && !seat.exclusion)
        expect(decision).toEqual(decide(seat.subscription, seat.activity, seat.coverage, seat.rule, NOW, seat.person));
    }),
    { numRuns: 1000 },
  );
});

test('a seat is proposed exactly when nothing speaks against it', () => {
  fc.assert(
    fc.property(seats, (seat) => {
      const { decision, facts } = explainDecision(seat);
      expect(facts.some(({ speaks }) => speaks === 'against')).toBe(decision !== 'candidate');
      if (decision === 'candidate') expect(facts.filter(({ speaks }) => speaks === 'for')).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});

test('the sentence is what one of the facts says', () => {
  fc.assert(
    fc.property(seats, (seat) => {
      const { because, facts } = explainDecision(seat);
      expect(facts.some(({ text, speaks }) => speaks !== 'neither' && because.endsWith(text))).toBe(true);
    }),
  );
});

const seat: SeatFacts = {
  subscription: {
    accountId: 'u-1',
    roleKey: 'jira-software',
    groupIds: [],
    firstSeen: null,
    administrator: false,
    traits: null,
  },
  activity: { kind: 'seen', at: ago(90), activityKind: 'comment-added', ref: 'A-1' },
  coverage: { from: ago(120), to: NOW, gaps: [] },
  rule: automaticRule('p-1', { key: 'jira-software', name: 'Jira' }),
  exclusion: undefined,
  person: NOTHING_MORE,
  now: NOW,
};

test.each<[Partial<SeatFacts>, string]>([
  [{}, 'Proposed for removal. Last activity 90 days ago, on 2026-08-25.'],
  [
    { activity: { kind: 'none-since', since: ago(120) } },
    'Proposed for removal. No activity seen since 2026-07-26, 120 days ago.',
  ],
  [
    { activity: { kind: 'seen', at: ago(1), activityKind: 'worklog', ref: null } },
    'Not proposed. Last activity 1 day ago, on 2026-11-22.',
  ],
  [
    { subscription: { ...seat.subscription, administrator: true } },
    'Not proposed. The person is in an administrators’ group and is never proposed.',
  ],
  [
    { coverage: { from: ago(30), to: NOW, gaps: [] } },
    'Not proposed: too little is known, and any doubt keeps the seat. Activity was read from 2026-10-24 to 2026-11-23, 30 days: not the rule’s last 60 days.',
  ],
  [
    { rule: undefined },
    'Not proposed: too little is known, and any doubt keeps the seat. No reclamation rule judges this application, so nobody is proposed.',
  ],
])('%j → %s', (change, because) => {
  expect(explainDecision({ ...seat, ...change }).because).toBe(because);
});
