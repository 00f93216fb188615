import fc from 'fast-check';
import {
  UNTOUCHED,
  CANDIDATE_EVENTS,
  CANDIDATE_STATES,
  canMove,
  candidateNumber,
  isOpen,
  moveCandidate,
  isAboutActivity,
  JUSTIFICATIONS,
  noteOn,
  stateAfter,
  type CandidateEvent,
  type CandidateState,
  type RemovalCandidate,
} from '../../src/domain/removal-candidate';
import { waitsUntil } from '../../src/domain/candidate-marks';
import { daysAgo, NOW } from './arbitraries';

const candidate: RemovalCandidate = {
  number: 'RC0000001',
  revision: 1,
  profileId: 'p-1',
  accountId: 'u-1',
  roleKey: 'jira-software',
  source: 'rule',
  justification: 'Low Usage',
  ruleId: 'r-1',
  ruleName: 'a rule',
  thresholdDays: 60,
  activityBasis: 'including-views',
  state: 'Ready',
  openedAt: daysAgo(1),
  inactiveDays: 70,
  silentSince: daysAgo(70),
  because: 'Last activity 70 days ago.',
  ...UNTOUCHED,
  attention: 'an old trouble',
  timeline: [{ at: daysAgo(1), text: 'Opened.', by: null }],
};

/** Rows: the state, what happens; columns, in the states' order: what becomes of it (x: it can't happen). */
const SHORT: Readonly<Record<string, CandidateState>> = {
  A: 'Attention Required',
  R: 'Ready',
  W: 'Awaiting Revocation',
  U: 'Awaiting User',
  P: 'Awaiting Approval',
  C: 'Closed Complete',
  S: 'Closed Skipped',
  X: 'Closed Canceled',
};
/** In the order of the states: Attention, Ready, User, Approval, Revocation, the three closed ones. */
const TABLE: Readonly<Record<CandidateEvent, string>> = {
  'removal-began': 'WWW-----',
  'removal-failed': '-AA-A---',
  'removal-undone': '----R---',
  'removal-done': 'C---C---',
  'trouble-mended': 'R-------',
  'user-asked': 'UU------',
  'user-gave-up-seat': '--WW----',
  'user-wants-seat': '--P-P---',
  'seat-granted': '---S----',
  'seat-denied': '---W----',
  'activity-seen': 'XXXXX---',
  'seat-gone': 'SSSSC---',
  kept: 'SSSSS---',
  'closed-as-complete': 'C---C---',
  'closed-as-skipped': 'SSSSS---',
};
const cells = CANDIDATE_EVENTS.flatMap((event) =>
  CANDIDATE_STATES.map((state, n) => ({ state, event, next: SHORT[TABLE[event][n] ?? '-'] })),
);

test.each(cells)('$state, then $event: $next', ({ state, event, next }) => {
  expect(stateAfter(state, event)).toBe(next);
});

const pairs = CANDIDATE_STATES.flatMap((from) =>
  CANDIDATE_STATES.map((to) => ({
    from,
    to,
    legal: cells.some(({ state, next }) => state === from && next === to),
  })),
);

describe('the states of a candidate', () => {
  test.each(pairs)('$from → $to: $legal', ({ from, to, legal }) => {
    expect(canMove(from, to)).toBe(legal);
    const move = () => moveCandidate({ ...candidate, state: from }, to, { at: NOW, text: 'Moved.', by: 'u-9' });
    if (legal) expect(move()).toMatchObject({ state: to, closedAt: isOpen(to) ? null : NOW, attention: null });
    else expect(move).toThrow(RangeError);
  });

  test('exactly the closed states are final, and every open one can be closed', () => {
    expect(CANDIDATE_STATES.filter((state) => !isOpen(state))).toEqual(
      CANDIDATE_STATES.filter((state) => state.startsWith('Closed')),
    );
    for (const state of CANDIDATE_STATES.filter(isOpen)) {
      expect(canMove(state, 'Closed Skipped') && canMove(state, 'Closed Canceled')).toBe(true);
    }
  });

  test('whatever happens to a candidate, its timeline only grows and a closed one stays closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CANDIDATE_STATES), { maxLength: 12 }), (wanted) => {
        let current = candidate;
        for (const to of wanted) {
          const before = current;
          if (!canMove(before.state, to)) continue;
          expect(isOpen(before.state)).toBe(true);
          current = moveCandidate(before, to, { at: NOW, text: to, by: null });
          expect(current.timeline.slice(0, -1)).toEqual(before.timeline);
        }
        expect(current.closedAt === null).toBe(isOpen(current.state));
      }),
    );
  });
});

test('a trouble is kept with the move that met it', () => {
  const entry = { at: NOW, text: 'Jira refused.', by: null };
  expect(moveCandidate(candidate, 'Attention Required', entry, 'Ask an administrator.').attention).toBe(
    'Ask an administrator.',
  );
});

test('activity speaks against low usage only', () => {
  expect(JUSTIFICATIONS.filter(isAboutActivity)).toEqual(['Low Usage']);
});

const asked = {
  askedAt: NOW,
  by: 'u-9',
  workItem: 'LIC-1',
  answerDay: '2026-12-07',
  zone: 'UTC',
  answerBy: NOW + 5,
  answer: null,
  decision: null,
};
const granted = { ...asked, decision: { kind: 'granted', at: NOW, by: 'u-9', keptUntil: NOW + 7 } as const };
test.each<[CandidateState, Partial<RemovalCandidate>, number | null]>([
  ['Awaiting User', { notice: asked }, NOW + 5],
  ['Closed Skipped', { notice: granted }, NOW + 7],
  ['Closed Skipped', { keptUntil: NOW + 9 }, NOW + 9],
  ['Closed Skipped', { notice: asked, keptUntil: NOW + 9 }, NOW + 9],
  ['Closed Skipped', {}, null],
  ['Closed Canceled', { notice: asked }, null],
  ['Ready', {}, null],
])('%s with %o waits until %s', (state, change, until) => {
  expect(waitsUntil({ ...candidate, state, ...change })).toBe(until);
});

test('a note changes nothing but the timeline', () => {
  const note = { at: NOW, text: 'Still idle.', by: 'u-9' };
  expect(noteOn(candidate, note)).toEqual({ ...candidate, timeline: [...candidate.timeline, note] });
});

test.each([
  [1, 'RC0000001'],
  [123, 'RC0000123'],
  [12_345_678, 'RC12345678'],
])('number %d is written %s', (sequence, text) => expect(candidateNumber(sequence)).toBe(text));

test('numbers of seven digits sort as they were given out', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), fc.nat(9_999_999), (a, b) => {
      expect(candidateNumber(a) < candidateNumber(b)).toBe(a < b);
    }),
  );
});
