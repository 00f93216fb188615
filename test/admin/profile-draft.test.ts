import type { JiraGroupView, ProfileView } from '../../src/shared/contract';
import { isAdministrators, lookBack, problemsOf } from '../../static/admin/src/features/profiles/model/draft-problems';
import { doubts, reasonAgainst } from '../../static/admin/src/features/profiles/model/group-doubts';
import {
  connectionOf,
  draftOf,
  inputOf,
  isChanged,
  newDraft,
} from '../../static/admin/src/features/profiles/model/profile-draft';
import { group, NOW, profile } from './views';

const SEAT = group({ id: 'seat', name: 'jira-users', preselected: true });
const ADMINS = group({ id: 'admins', name: 'jira-admins', access: 'admin' });
const daysBack = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

describe('a new profile', () => {
  it('proposes everything on, 60 days back and the groups that give a seat', () => {
    const draft = newDraft([SEAT, ADMINS], NOW, []);
    expect(draft).toMatchObject({ displayName: 'Jira integration', downloadActivity: true, reclaim: true });
    expect(draft.analyzeFrom).toBe(daysBack(60));
    expect(draft.groupIds).toEqual(['seat']);
  });

  it('takes a name that is free', () => {
    expect(newDraft([], NOW, ['jira Integration', 'Jira integration 2']).displayName).toBe('Jira integration 3');
  });

  it('leaves the connection name to the app until one is typed', () => {
    const draft = newDraft([SEAT], NOW, []);
    expect(inputOf(draft, undefined)).not.toHaveProperty('connectionName');
    expect(inputOf({ ...draft, connectionName: 'Mine' }, undefined)).toMatchObject({ connectionName: 'Mine' });
  });
});

describe('what can be saved', () => {
  const context = { base: undefined, others: [] as ProfileView[], groups: [SEAT, ADMINS], now: NOW };
  const draft = newDraft([SEAT], NOW, []);

  it.each([
    [{ displayName: ' ' }, 'displayName'],
    [{ displayName: 'x'.repeat(101) }, 'displayName'],
    [{ groupIds: [] }, 'groupIds'],
    [{ groupIds: ['seat', 'admins'] }, 'groupIds'],
    [{ analyzeFrom: daysBack(-1) }, 'analyzeFrom'],
    [{ analyzeFrom: daysBack(61) }, 'analyzeFrom'],
    [{ analyzeFrom: daysBack(366), lookBackConfirmed: true }, 'analyzeFrom'],
  ])('refuses %j', (change, field) => {
    expect(Object.keys(problemsOf({ ...draft, ...change }, context))).toEqual([field]);
  });

  it.each([
    {},
    { displayName: 'x'.repeat(100) },
    { groupIds: ['seat', 'admins'], reclaim: false },
    { analyzeFrom: daysBack(59) },
    { analyzeFrom: daysBack(61), lookBackConfirmed: true },
    { analyzeFrom: daysBack(-1), downloadActivity: false },
  ])('allows %j', (change) => {
    expect(problemsOf({ ...draft, ...change }, context)).toEqual({});
  });

  it('wants names that no other profile has, whatever their case', () => {
    const others = [profile({ displayName: 'Sales', connectionName: 'Sales connection' })];
    const typed = { ...draft, displayName: 'SALES ', connectionName: 'sales connection' };
    expect(Object.keys(problemsOf(typed, { ...context, others }))).toEqual(['displayName', 'connectionName']);
  });

  it('does not ask again for a date that was saved', () => {
    const base = profile({ analyzeFrom: daysBack(200) });
    expect(problemsOf(draftOf(base), { ...context, base })).toEqual({});
  });

  it('tells usual from long and too long, with an hour of patience', () => {
    expect([-1, 0, 60, 60.02, 61, 365, 366].map((days) => lookBack(daysBack(days), NOW))).toEqual([
      'future',
      'usual',
      'usual',
      'usual',
      'long',
      'long',
      'too-long',
    ]);
  });
});

it('knows the four values of the connection', () => {
  const values = [true, false].flatMap((downloadActivity) =>
    [true, false].map((reclaim) => connectionOf({ downloadActivity, reclaim })),
  );
  expect(values).toEqual([
    'sn_jira_spoke.jira_subscription_activity_reclaim',
    'sn_jira_spoke.jira_subscription_activity',
    'sn_jira_spoke.jira_subscription_reclaim',
    'sn_jira_spoke.jira_subscription',
  ]);
});

it('ignores the order of groups and the confirmation when it looks for changes', () => {
  const base = draftOf(profile({ groupIds: ['a', 'b'] }));
  expect(isChanged({ ...base, groupIds: ['b', 'a'], lookBackConfirmed: true }, base)).toBe(false);
  expect(isChanged({ ...base, groupIds: ['b'] }, base)).toBe(true);
});

describe('groups', () => {
  const managed: JiraGroupView = group({ id: 'scim', name: 'okta', externallyManaged: true });
  const seatless = group({ id: 'none', name: 'readers', roles: [] });

  it('are doubtful when they give no seat, make administrators or are managed elsewhere', () => {
    expect(doubts([SEAT], true)).toEqual([]);
    expect(doubts([seatless, managed], true).map((note) => note.split(' ')[0])).toEqual(['readers', 'Jira']);
    expect(doubts([ADMINS, managed], false)).toEqual([expect.stringContaining('jira-admins makes people')]);
  });

  it('of administrators can be selected only while Reclaim is off', () => {
    expect(isAdministrators(ADMINS)).toBe(true);
    expect(reasonAgainst(ADMINS, true)).toMatch(/while Reclaim is off/);
    expect(reasonAgainst(ADMINS, false)).toBeUndefined();
    expect(reasonAgainst(SEAT, true)).toBeUndefined();
  });
});
