import fc from 'fast-check';
import type { Notice } from '../../../src/domain/notice';
import { DAY } from '../../../src/domain/instant';
import { tellHoldOfLost } from '../../../src/domain/promises/promise-sentences';
import {
  carriedQuestion,
  heldAgainst,
  heldBy,
  waitsSince,
  withCandidate,
  type SeatPromise,
} from '../../../src/domain/promises/seat-promise';
import { UNTOUCHED, type RemovalCandidate } from '../../../src/domain/removal-candidate';

const NOW = 1_790_000_000_000;
const SEAT = { accountId: 'u-1', roleKey: 'jira-servicedesk' };
const NOTHING: SeatPromise = { ...SEAT, kept: null, back: null, seenAt: null, question: null };
const NOTICE: Notice = {
  askedAt: NOW - 10,
  by: 'u-9',
  workItem: 'LIC-1',
  answerDay: '2026-09-21',
  zone: 'UTC',
  answerBy: NOW + 1,
  answer: null,
  decision: null,
};
const asked = (change: Partial<Notice> = {}, candidate = 'RC0000001'): SeatPromise => ({
  ...NOTHING,
  question: { candidate, notice: { ...NOTICE, ...change } },
});
const kept = (until: number): SeatPromise => ({ ...NOTHING, kept: { because: 'closed', at: NOW - 5, until } });

test.each<[string, SeatPromise | undefined, string | undefined]>([
  ['nothing', undefined, undefined],
  ['kept for longer', kept(NOW + 1), 'promised to stay until 2026-09-20'],
  ['kept until now', kept(NOW), undefined],
  ['asked', asked(), 'may still answer until 2026-09-21'],
  ['asked in vain', asked({ answerBy: NOW }), undefined],
  [
    'wished for, however long ago',
    asked({ answerBy: NOW - 9, answer: { kind: 'keep', at: NOW - 9 } }),
    'wants to keep',
  ],
  ['given up', asked({ answer: { kind: 'release', at: NOW - 9 } }), undefined],
  [
    'denied',
    asked({
      answer: { kind: 'keep', at: NOW - 9 },
      decision: { kind: 'denied', at: NOW - 5, by: 'u-9', keptUntil: null },
    }),
    undefined,
  ],
])('a seat that was %s is held: %#', (_name, promise, expected) => {
  const hold = heldBy(promise, NOW);
  if (expected === undefined) expect(hold).toBeUndefined();
  else expect(hold && tellHoldOfLost(hold, 'jira-servicedesk')).toMatch(`jira-servicedesk`);
  if (expected !== undefined) expect(hold && tellHoldOfLost(hold, 'Jira')).toContain(expected);
});

test('a candidate is not held by its own question, nor by a promise that somebody outweighed by hand', () => {
  const rule = { number: 'RC0000001', source: 'rule', openedAt: NOW } as const;
  expect(heldAgainst(rule, asked(), NOW)).toBeUndefined();
  expect(heldAgainst({ ...rule, number: 'RC0000002' }, asked(), NOW)?.code).toBe('may-answer');
  expect(heldAgainst(rule, kept(NOW + 1), NOW)?.code).toBe('kept');
  expect(heldAgainst({ ...rule, source: 'hand' }, kept(NOW + 1), NOW)).toBeUndefined();
  expect(heldAgainst({ ...rule, source: 'hand', openedAt: NOW - 6 }, kept(NOW + 1), NOW)?.code).toBe('kept');
});

test('a rule waits its days once more after a seat came back or its holder was seen', () => {
  const restored: SeatPromise = { ...NOTHING, back: { how: 'restored', at: NOW } };
  expect(waitsSince(restored, 7, NOW + 7 * DAY)?.how).toBe('restored');
  expect(waitsSince(restored, 7, NOW + 9 * DAY)).toBeUndefined();
  expect(waitsSince({ ...NOTHING, seenAt: NOW }, 7, NOW + 7 * DAY)?.how).toBe('seen');
});

test.each<[string, Partial<Notice>, string | undefined]>([
  ['is still to answer', {}, 'Awaiting User'],
  ['has let the time go by', { answerBy: NOW }, undefined],
  ['wants to keep the seat', { answer: { kind: 'keep', at: NOW } }, 'Awaiting Approval'],
  ['gave the seat up long ago', { answerBy: NOW - 31 * DAY, answer: { kind: 'release', at: 5 } }, undefined],
  ['gave the seat up', { answer: { kind: 'release', at: NOW } }, 'Ready'],
  ['was granted the seat', { decision: { kind: 'granted', at: NOW, by: 'u-9', keptUntil: NOW } }, undefined],
])('a new candidate of somebody who %s takes the question over: %#', (_name, change, state) => {
  expect(carriedQuestion(asked(change), NOW)?.state).toBe(state);
});

/** A candidate as it may stand at a moment: what it says of the seat follows from the moment. */
const candidates: fc.Arbitrary<RemovalCandidate> = fc
  .record({
    at: fc.integer({ min: 1, max: 1000 }),
    what: fc.constantFrom('kept', 'granted', 'restored', 're-added', 'seen', 'asked', 'answered'),
    number: fc.constantFrom('RC0000001', 'RC0000002'),
  })
  .map(({ at, what, number }) => {
    const notice: Notice = { ...NOTICE, askedAt: at, answerBy: at + 100 };
    const changes: Record<typeof what, Partial<RemovalCandidate>> = {
      kept: { state: 'Closed Skipped', closedAt: at, keptUntil: at + 50 },
      granted: {
        state: 'Closed Skipped',
        closedAt: at,
        notice: { ...notice, askedAt: 0, decision: { kind: 'granted', at, by: 'u-9', keptUntil: at + 50 } },
      },
      restored: { restored: { at, by: null, groupIds: [], missing: [], seatBack: 'proven' } },
      're-added': { returned: { at, groupIds: [] } },
      seen: { state: 'Closed Canceled', closedAt: at },
      asked: { state: 'Awaiting User', notice },
      answered: { state: 'Awaiting Approval', notice: { ...notice, askedAt: 0, answer: { kind: 'keep', at } } },
    };
    return { ...UNTOUCHED, ...SEAT, number, state: 'Ready', ...changes[what] } as unknown as RemovalCandidate;
  });

test('what is promised does not depend on the order in which candidates are told of, nor on repetition', () => {
  const after = (all: readonly RemovalCandidate[]) => all.reduce<SeatPromise | undefined>(withCandidate, undefined);
  const essence = (promise: SeatPromise | undefined) =>
    [promise?.kept?.at, promise?.back?.at, promise?.seenAt, promise?.question?.notice.askedAt] as const;
  fc.assert(
    fc.property(
      fc.uniqueArray(candidates.filter(endsNothing), { maxLength: 6, selector: momentOf }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (all, random) => {
        const shuffled = all
          .map((each, n) => ({ each, by: random[n] ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        expect(essence(after([...shuffled, ...shuffled.slice(-1)]))).toEqual(essence(after(all)));
      },
    ),
  );
});

test('no candidate that says nothing of a promise takes it away', () => {
  fc.assert(
    fc.property(candidates, (candidate) => {
      const before = withCandidate(undefined, candidate);
      const other = { ...UNTOUCHED, ...SEAT, number: 'RC0000009', state: 'Closed Skipped', closedAt: 2000 };
      expect(withCandidate(before, other as unknown as RemovalCandidate)).toEqual(before);
    }),
  );
});

/** A question that ended before it was told of is told of once more, which holds the seat. */
function endsNothing({ state, keptUntil }: RemovalCandidate): boolean {
  return state !== 'Closed Canceled' && keptUntil === null;
}

function momentOf({ closedAt, restored, returned, notice }: RemovalCandidate): number {
  return Math.max(closedAt ?? 0, restored?.at ?? 0, returned?.at ?? 0, notice?.askedAt ?? 0, notice?.answer?.at ?? 0);
}

test('an administrator who keeps the seat answers the question', () => {
  const candidate = {
    ...UNTOUCHED,
    ...SEAT,
    number: 'RC0000001',
    state: 'Closed Skipped',
    closedAt: NOW,
    keptUntil: NOW + 9,
    notice: { ...NOTICE, answer: { kind: 'keep', at: NOW - 1 } },
  } as unknown as RemovalCandidate;
  const after = withCandidate(asked({ answer: { kind: 'keep', at: NOW - 1 } }), candidate);
  expect(after).toMatchObject({ kept: { until: NOW + 9 }, question: null });
  expect(carriedQuestion(after, NOW + 10)).toBeUndefined();
});
