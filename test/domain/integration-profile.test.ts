import fc from 'fast-check';
import {
  canPublish,
  checkSettings,
  connectionValue,
  editProfile,
  isValidationFresh,
  validationFingerprint,
  type IntegrationProfile,
  type ProfileSettings,
} from '../../src/domain/integration-profile';
import { HOUR } from '../../src/domain/instant';
import type { GroupAccess, MarkedGroup } from '../../src/domain/jira-group';
import { daysAgo, groupId, instant, NOW } from './arbitraries';

const settings: ProfileSettings = {
  displayName: 'Jira',
  connectionName: 'Jira connection',
  downloadActivity: true,
  analyzeFrom: daysAgo(60),
  reclaim: true,
  groupIds: ['g-1', 'g-2'],
};
const probe = {
  name: 'x',
  operation: 'GET /x',
  process: 'Download subscriptions',
  ok: true,
  limited: false,
  text: '',
} as const;
const draft: IntegrationProfile = {
  ...settings,
  id: 'p-1',
  revision: 3,
  status: 'Draft',
  reclaimOperator: null,
  operatorAuthorizedAt: null,
  operatorCheck: null,
  deletingSince: null,
  validation: { at: NOW, fingerprint: validationFingerprint(settings), probes: [probe], groupsOfRoles: null },
  createdAt: daysAgo(1),
  updatedAt: daysAgo(1),
  publishedAt: null,
};
const published: IntegrationProfile = { ...draft, status: 'Published', publishedAt: NOW };

const anySettings: fc.Arbitrary<ProfileSettings> = fc.record({
  displayName: fc.string(),
  connectionName: fc.string(),
  downloadActivity: fc.boolean(),
  analyzeFrom: instant,
  reclaim: fc.boolean(),
  groupIds: fc.uniqueArray(groupId),
});

test.each([
  [false, false, 'sn_jira_spoke.jira_subscription'],
  [true, false, 'sn_jira_spoke.jira_subscription_activity'],
  [false, true, 'sn_jira_spoke.jira_subscription_reclaim'],
  [true, true, 'sn_jira_spoke.jira_subscription_activity_reclaim'],
])('download activity %s and reclaim %s make the connection %s', (downloadActivity, reclaim, value) => {
  expect(connectionValue({ downloadActivity, reclaim })).toBe(value);
});

describe('a validation', () => {
  test('stays fresh as long as groups and switches are the same, whatever their order', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (before, after) => {
        const validation = { at: NOW, fingerprint: validationFingerprint(before), probes: [], groupsOfRoles: null };
        const same =
          before.downloadActivity === after.downloadActivity &&
          before.reclaim === after.reclaim &&
          [...before.groupIds].sort().join() === [...after.groupIds].sort().join();
        expect(isValidationFresh({ ...draft, ...after, validation })).toBe(same);
      }),
    );
  });

  test('that never was is not fresh', () => expect(isValidationFresh({ ...draft, validation: null })).toBe(false));
});

describe('publishing', () => {
  test.each([
    ['a draft with a fresh validation that passed', draft, true],
    ['a published profile', published, false],
    ['a draft without a validation', { ...draft, validation: null }, false],
    ['a draft that changed since', { ...draft, groupIds: ['g-1'] }, false],
    [
      'a draft with a failed probe',
      {
        ...draft,
        validation: {
          at: NOW,
          fingerprint: validationFingerprint(draft),
          probes: [probe, { ...probe, ok: false }],
          groupsOfRoles: null,
        },
      },
      false,
    ],
  ])('%s: %#', (_name, profile, allowed) => expect(canPublish(profile)).toBe(allowed));
});

describe('editing', () => {
  test.each([
    ['Published', true, false, 'Draft'],
    ['Published', true, true, 'Published'],
    ['Published', false, false, 'Published'],
    ['Published', false, true, 'Published'],
    ['Draft', true, false, 'Draft'],
    ['Draft', false, true, 'Draft'],
  ] as const)('a %s profile whose activity goes from %s to %s is %s', (status, before, after, expected) => {
    const profile = { ...published, status, downloadActivity: before };
    const edited = editProfile(profile, { ...settings, downloadActivity: after }, NOW);
    expect(edited.status).toBe(expected);
    // Unpublished, it needs a new validation before it can be published again.
    expect(edited.validation === null).toBe(status === 'Published' && expected === 'Draft');
  });

  test('keeps what an edit can’t change and trims the name', () => {
    fc.assert(
      fc.property(anySettings, (wanted) => {
        const edited = editProfile(published, wanted, NOW + 1);
        const { id, revision, createdAt, publishedAt, reclaimOperator } = published;
        expect(edited).toMatchObject({ id, revision, createdAt, publishedAt, reclaimOperator, updatedAt: NOW + 1 });
        expect(edited).toMatchObject({
          ...wanted,
          displayName: wanted.displayName.trim(),
          connectionName: wanted.connectionName.trim(),
        });
      }),
    );
  });
});

describe('checking the form', () => {
  const other: IntegrationProfile = { ...published, id: 'p-2', displayName: 'Other', connectionName: 'Other link' };
  const group = (id: string, access: GroupAccess): MarkedGroup => {
    return {
      id,
      name: id,
      roles: [],
      defaultFor: [],
      access,
      externallyManaged: false,
      managedBecause: null,
      preselected: false,
    };
  };
  const groups = [group('g-1', 'user'), group('g-2', 'none'), group('g-adm', 'admin'), group('g-site', 'site-admin')];
  const check = (change: Partial<ProfileSettings>, previous?: IntegrationProfile, lookBackConfirmed = false) => {
    const context = { previous, others: [other], now: NOW, lookBackConfirmed, groups };
    return checkSettings({ ...settings, ...change }, context).map(({ field }) => field);
  };

  test.each<[string, Partial<ProfileSettings>, string[]]>([
    ['everything in order', {}, []],
    ['no name', { displayName: '' }, ['displayName']],
    ['a blank name', { displayName: '  \t' }, ['displayName']],
    ['a name of 100 characters', { displayName: 'x'.repeat(100) }, []],
    ['a name of 101 characters', { displayName: 'x'.repeat(101) }, ['displayName']],
    ['another profile’s name', { displayName: ' oTHER ' }, ['displayName']],
    ['no connection name', { connectionName: ' ' }, ['connectionName']],
    ['another profile’s connection', { connectionName: 'OTHER LINK' }, ['connectionName']],
    ['now', { analyzeFrom: NOW }, []],
    ['the future', { analyzeFrom: NOW + 1 }, ['analyzeFrom']],
    ['60 days back on a form that stood open for an hour', { analyzeFrom: daysAgo(60) - HOUR }, []],
    ['longer ago', { analyzeFrom: daysAgo(60) - HOUR - 1 }, ['analyzeFrom']],
    ['no groups', { groupIds: [] }, ['groupIds']],
    ['a group that does not exist', { groupIds: ['g-1', 'g-none'] }, ['groupIds']],
    ['an administrators’ group', { groupIds: ['g-1', 'g-adm'] }, ['groupIds']],
    ['a site administrators’ group', { groupIds: ['g-site'] }, ['groupIds']],
    ['an administrators’ group that is only read', { groupIds: ['g-adm'], reclaim: false }, []],
    [
      'everything wrong',
      { displayName: '', analyzeFrom: NOW + 1, groupIds: [] },
      ['displayName', 'analyzeFrom', 'groupIds'],
    ],
  ])('%s', (_name, change, fields) => expect(check(change)).toEqual(fields));

  test.each([
    [61, true, true],
    [61, false, false],
    [365, true, true],
    [366, true, false],
  ])('%d days back, confirmed %s: allowed %s', (days, confirmed, allowed) => {
    expect(check({ analyzeFrom: daysAgo(days) }, undefined, confirmed)).toEqual(allowed ? [] : ['analyzeFrom']);
  });

  test('a start date that is not changed may have grown old', () => {
    const old = { ...published, analyzeFrom: daysAgo(500) };
    expect(check({ analyzeFrom: daysAgo(500) }, old)).toEqual([]);
    expect(check({ analyzeFrom: daysAgo(499) }, old)).toEqual(['analyzeFrom']);
  });

  test('a group that was selected before may be gone', () => {
    const before = { ...published, groupIds: ['g-1', 'g-none'] };
    expect(check({ groupIds: ['g-1', 'g-none'] }, before)).toEqual([]);
  });
});
