import { lookDetails, tellLook, type LastLook } from '../../src/domain/last-look';
import type { FreshFacts } from '../../src/domain/safety-gate';
import { ORDINARY as person } from './ordinary-account';

const at = (day: string) => Date.parse(`${day}T06:30:00.000Z`);
const facts: LastLook['facts'] = {
  person,
  confirmedAs: null,
  plan: { kind: 'remove', groupIds: ['g-1', 'g-2'], alsoLoses: [] },
  recentActivity: 'none',
  isGivenAnew: false,
  contentBlocked: false,
  exclusion: undefined,
  ruleLock: undefined,
  lostLock: undefined,
};
const look: LastLook = {
  facts,
  lookedFor: {
    basis: 'including-views',
    thresholdDays: 60,
    coverage: { from: at('2026-01-01'), to: at('2026-03-10') },
  },
  grantingGroups: ['g-1', 'g-2'],
};

test('keeps everything that was found, under the same keys every time', () => {
  expect(lookDetails(look, 'operator')).toEqual({
    as: 'operator',
    recentActivity: 'none',
    accessGivenAnew: false,
    basis: 'including-views',
    thresholdDays: 60,
    coverage: { from: '2026-01-01T06:30:00.000Z', to: '2026-03-10T06:30:00.000Z' },
    contentBlocked: false,
    account: {
      active: true,
      type: 'atlassian',
      guest: false,
      service: false,
      soundsLikeProgram: false,
      confirmedAs: null,
    },
    plan: 'remove',
    grantingGroups: ['g-1', 'g-2'],
    exclusion: null,
    lock: null,
    lockOfLost: null,
  });
  const nothing: LastLook = {
    ...look,
    facts: { ...facts, person: undefined, plan: { kind: 'no-seat' }, recentActivity: 'not-asked' },
    lookedFor: undefined,
    grantingGroups: [],
  };
  expect(Object.keys(lookDetails(nothing, 'caller'))).toEqual(Object.keys(lookDetails(look, 'caller')));
  expect(JSON.stringify(lookDetails(nothing, 'caller'))).not.toContain('undefined');
});

test.each<[string, Partial<FreshFacts>, Record<string, unknown>]>([
  ['an exclusion', { exclusion: { id: 'user.u-1' } as FreshFacts['exclusion'] }, { exclusion: 'user.u-1' }],
  ['a rule', { ruleLock: 'A rule protects this person.' }, { lock: 'A rule protects this person.' }],
  ['a promise', { lostLock: 'That seat was promised.' }, { lockOfLost: 'That seat was promised.' }],
  ['blocked content', { contentBlocked: true }, { contentBlocked: true }],
  ['activity', { recentActivity: 'seen' }, { recentActivity: 'seen' }],
])('names %s that was found', (_name, found, expected) => {
  expect(lookDetails({ ...look, facts: { ...facts, ...found } }, 'caller')).toMatchObject(expected);
});

test.each<[string, Partial<LastLook>, string]>([
  [
    'its silence',
    {},
    'Looked once more: no activity in the last 60 days, read from 2026-01-01 to 2026-03-10 and asked about again; the account is active, 2 groups give the seat, and no exclusion and no rule keeps it.',
  ],
  [
    'one day and one group',
    { lookedFor: { basis: 'any-contribution', thresholdDays: 1, coverage: undefined }, grantingGroups: ['g-1'] },
    'Looked once more: no activity in the last day; the account is active, 1 group gives the seat, and no exclusion and no rule keeps it.',
  ],
  [
    'that activity was no question',
    { lookedFor: undefined },
    'Looked once more: activity was not asked about; the account is active, 2 groups give the seat, and no exclusion and no rule keeps it.',
  ],
])('tells a removal with %s', (_name, change, sentence) => {
  expect(tellLook({ ...look, ...change })).toBe(sentence);
});
