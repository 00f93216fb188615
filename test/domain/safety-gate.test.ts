import { DAY } from '../../src/domain/instant';
import fc from 'fast-check';
import type { RemovalPlan } from '../../src/domain/effective-seat';
import type { ExclusionRule } from '../../src/domain/exclusion-rule';
import { validationFingerprint, type IntegrationProfile } from '../../src/domain/integration-profile';
import { CANDIDATE_STATES, UNTOUCHED, type RemovalCandidate } from '../../src/domain/removal-candidate';
import { operatorLock, recheck, reclaimLock, type FreshFacts } from '../../src/domain/safety-gate';
import { ORDINARY as person } from './ordinary-account';

const settings = { status: 'Published', downloadActivity: true, reclaim: true, groupIds: ['g-1'] };
const validated = (given: IntegrationProfile): IntegrationProfile => {
  return {
    ...given,
    validation: { at: 0, fingerprint: validationFingerprint(given), probes: [], groupsOfRoles: null },
  };
};
const profile = validated(settings as unknown as IntegrationProfile);
const untouched: Partial<RemovalCandidate> = { ...UNTOUCHED, state: 'Ready', accountId: 'u-1' };
const candidate = untouched as RemovalCandidate;
const plan: RemovalPlan = { kind: 'remove', groupIds: ['g-1'], alsoLoses: [] };
const PROGRAM = { ...person, soundsLikeProgram: true };
const exclusion: ExclusionRule = {
  id: 'user.u-1',
  revision: 1,
  target: { kind: 'user', accountId: 'u-1' },
  active: true,
  createdAt: 0,
  createdBy: 'u-9',
  changedAt: 0,
  changedBy: 'u-9',
};
const fresh: FreshFacts = {
  person,
  confirmedAs: null,
  plan,
  recentActivity: 'none',
  isGivenAnew: false,
  contentBlocked: false,
  exclusion: undefined,
  ruleLock: undefined,
  lostLock: undefined,
  asks: undefined,
  now: 0,
};

const ASKING = { notifyUser: true, daysBeforeAutoReclamation: 14, answerDays: 'all' } as const;
const NOT_ASKING = { ...ASKING, notifyUser: false };

test('an idle, active, ordinary person of a published profile may be removed', () => {
  expect(recheck(candidate, profile, ['u-9'], fresh)).toEqual({ kind: 'proceed' });
});

test.each<[string, Partial<FreshFacts>, string]>([
  ['unknown to Jira', { person: undefined }, 'skip'],
  ['deactivated', { person: { ...person, active: false } }, 'skip'],
  ['an app', { person: { ...person, accountType: 'app' } }, 'skip'],
  ['a customer', { person: { ...person, accountType: 'customer' } }, 'skip'],
  ['a guest', { person: { ...person, guest: true } }, 'hold'],
  ['a service account', { person: { ...person, serviceAccount: true } }, 'hold'],
  ['without the seat', { plan: { kind: 'no-seat' } }, 'skip'],
  ['an administrator', { plan: { kind: 'administrator', groupIds: ['g-9'] } }, 'hold'],
  ['kept alive by another group', { plan: { kind: 'kept-alive', groupIds: ['g-9'] } }, 'attention'],
  ['in a group that is managed elsewhere', { plan: { kind: 'externally-managed', groupIds: ['g-1'] } }, 'attention'],
  ['excluded by a rule', { exclusion }, 'hold'],
  ['protected by a rule', { ruleLock: 'The rule protects this person.' }, 'hold'],
  ['in content that is hidden', { contentBlocked: true }, 'hold'],
  ['seen just now', { recentActivity: 'seen' }, 'cancel'],
  ['given access anew', { isGivenAnew: true }, 'cancel'],
  ['seen, perhaps', { recentActivity: 'unclear' }, 'hold'],
])('somebody who is %s keeps the seat', (_name, change, kind) => {
  expect(recheck(candidate, profile, [], { ...fresh, ...change }).kind).toBe(kind);
});

test.each(CANDIDATE_STATES)('a candidate that is %s', (state) => {
  const mayGo = ['Ready', 'Attention Required', 'Awaiting Revocation'].includes(state);
  expect(recheck({ ...candidate, state }, profile, [], fresh).kind).toBe(mayGo ? 'proceed' : 'hold');
});

test.each([
  ['asked, with time left', { answerBy: 1 }, 'Awaiting User', 'hold'],
  ['asked, with no time left', { answerBy: 0 }, 'Awaiting User', 'proceed'],
  ['asked long ago', { answerBy: -31 * DAY }, 'Awaiting User', 'ask'],
  ['willing to give it up', { answer: { kind: 'release', at: 0 } }, 'Awaiting Revocation', 'proceed'],
  ['waiting for a decision', { answer: { kind: 'keep', at: 0 } }, 'Awaiting Approval', 'hold'],
] as const)('somebody who is %s: %#', (_name, change, state, kind) => {
  const notice = {
    askedAt: -5,
    by: null,
    workItem: 'LIC-1',
    answerDay: '2026-12-07',
    zone: 'UTC',
    answerBy: 0,
    answer: null,
    decision: null,
    ...change,
  };
  expect(recheck({ ...candidate, state, notice }, profile, [], { ...fresh, asks: ASKING }).kind).toBe(kind);
});

test('people are asked first where the rule says so, and once a removal is under way no more', () => {
  const asks = { ...fresh, asks: ASKING };
  expect(recheck(candidate, profile, [], asks)).toMatchObject({ kind: 'ask', time: { daysBeforeAutoReclamation: 14 } });
  expect(recheck(candidate, profile, [], { ...fresh, asks: NOT_ASKING }).kind).toBe('proceed');
  const underWay = { ...candidate, state: 'Awaiting Revocation', groupsBefore: ['g-1'] } as const;
  expect(recheck(underWay, profile, [], asks).kind).toBe('proceed');
});

test('nobody removes themselves', () => {
  expect(recheck(candidate, profile, ['u-9', 'u-1'], fresh).kind).toBe('hold');
});

test.each([
  ['Draft', true, true],
  ['Draft', false, true],
  ['Published', false, true],
  ['Published', true, false],
] as const)('a %s profile with reclaim %s is locked: %s', (status, reclaim, locked) => {
  const given = validated({ ...profile, status, reclaim });
  expect(reclaimLock(given) !== undefined).toBe(locked);
  expect(recheck(candidate, given, [], fresh).kind).toBe(locked ? 'hold' : 'proceed');
});

test('a profile that changed since its validation is locked', () => {
  expect(reclaimLock({ ...profile, groupIds: ['g-1', 'g-2'] })).toMatch(/Validate it again/);
  expect(reclaimLock({ ...profile, validation: null })).toMatch(/Validate it again/);
});

test.each([
  ['nobody', null, null, true],
  ['somebody who was not checked yet', 'u-9', null, false],
  ['somebody who may', 'u-9', { at: 0, problem: null, warning: 'the only one' }, false],
  ['somebody who may not any more', 'u-9', { at: 0, problem: 'deactivated', warning: null }, true],
])('with %s as operator the background is locked: %#', (_name, reclaimOperator, operatorCheck, locked) => {
  expect(operatorLock({ ...profile, reclaimOperator, operatorCheck }) !== undefined).toBe(locked);
});

test('a seat about which anything could not be read clearly is never removed', () => {
  const plans: RemovalPlan[] = [
    plan,
    { kind: 'no-seat' },
    { kind: 'kept-alive', groupIds: ['g'] },
    { kind: 'administrator', groupIds: ['g'] },
  ];
  const facts: fc.Arbitrary<FreshFacts> = fc.record({
    person: fc.constantFrom(undefined, person, PROGRAM, { ...person, active: false }, { ...person, guest: true }),
    confirmedAs: fc.constantFrom(null, 'person', 'program'),
    plan: fc.constantFrom(...plans),
    recentActivity: fc.constantFrom('none', 'seen', 'unclear'),
    isGivenAnew: fc.boolean(),
    contentBlocked: fc.boolean(),
    exclusion: fc.constantFrom(undefined, exclusion),
    ruleLock: fc.constantFrom(undefined, 'Not confirmed.'),
    lostLock: fc.constantFrom(undefined, 'Promised.'),
    asks: fc.constantFrom(undefined, NOT_ASKING, ASKING),
    now: fc.constant(0),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const isClear =
        (given.person === person || given.person === PROGRAM) &&
        given.confirmedAs !== 'program' &&
        (given.person === person || given.confirmedAs === 'person') &&
        given.plan === plan &&
        given.recentActivity === 'none' &&
        !given.isGivenAnew &&
        !given.contentBlocked &&
        given.exclusion === undefined &&
        given.ruleLock === undefined &&
        given.lostLock === undefined &&
        given.asks !== ASKING;
      expect(recheck(candidate, profile, [], given).kind === 'proceed').toBe(isClear);
    }),
    { numRuns: 300 },
  );
});
