import { DAY, HOUR } from '../../src/domain/instant';
import { validationFingerprint, type IntegrationProfile } from '../../src/domain/integration-profile';
import {
  checkGate,
  gateLock,
  seatsLeft,
  type LiveGateFacts,
  type StoredGateFacts,
} from '../../src/domain/reclaim-gate';
import type { ReclamationRule } from '../../src/domain/reclamation-rule';
import { groupDrift } from '../../src/domain/group-drift';
import type { TrendAcknowledgement } from '../../src/domain/trend-acknowledgement';
import { NOW } from './arbitraries';

const ROLE = 'jira-software';
const settings = { status: 'Published', downloadActivity: true, reclaim: true, groupIds: ['g-1'] };
const roles = [{ key: ROLE, groupIds: ['g-1', 'g-2'] }];
const bare = { ...settings, reclaimOperator: 'u-9', operatorCheck: null } as unknown as IntegrationProfile;
const validation = { at: 0, fingerprint: validationFingerprint(bare), probes: [], groupsOfRoles: roles };
const profile: IntegrationProfile = { ...bare, validation };
const rule = {
  id: 'r-1',
  roleKey: ROLE,
  name: 'Idle',
  lastActivityThresholdDays: 60,
  maxSeatsPerRun: 500,
  maxPercentPerRun: 25,
  review: { at: 0, by: 'u-9' },
  freeze: null,
} as ReclamationRule;
const counted = (seats: number, active: number, candidates: number) => [
  {
    roleKey: ROLE,
    name: 'Jira',
    seats,
    active,
    inactive: seats - active,
    unknown: 0,
    candidates,
    excluded: 0,
    wouldPropose: 0,
  },
];
const at = (days: number, ...numbers: [number, number, number]) => ({
  at: NOW - days * DAY,
  byRole: counted(...numbers),
});
const complete = { status: 'Complete', summary: '' } as const;
const stored = {
  profile,
  rules: [rule],
  downloadedAt: NOW - HOUR,
  lastDownload: complete,
  lastActivity: complete,
  coverage: { from: NOW - 61 * DAY, to: NOW - HOUR, gaps: [] },
  position: { ...at(0, 100, 80, 20), activity: {} },
  past: [at(3, 100, 80, 20), at(2, 100, 80, 20), at(1, 100, 80, 20)],
  removedLately: new Map(),
  wanted: undefined,
  backgroundRemoval: 'untried',
} as unknown as StoredGateFacts;
const live: LiveGateFacts = {
  roles,
  administrators: { admin: new Set(), siteAdmin: new Set() },
  contentBlocked: false,
  operatorProblem: null,
};
const crosses = (facts: StoredGateFacts, now: LiveGateFacts | undefined = live) =>
  checkGate(facts, now, NOW).filter(({ ok }) => !ok);

test('where Jira was found not to let jobs change groups, only the background is held', () => {
  const refused = crosses({ ...stored, backgroundRemoval: 'refused' });
  expect(refused).toMatchObject([{ name: 'Background removal', holds: 'batches' }]);
  expect(crosses({ ...stored, backgroundRemoval: 'works' })).toEqual([]);
});

test('with everything right nothing is held', () => {
  expect(crosses(stored)).toEqual([]);
  expect(gateLock(checkGate(stored, live, NOW), 'batch')).toBeUndefined();
  expect(gateLock(checkGate(stored, undefined, NOW), 'batch')).toBeUndefined();
});

test.each<[string, Partial<StoredGateFacts>, string, RegExp]>([
  ['nothing was downloaded', { downloadedAt: undefined }, 'Download', /Run the Subscriptions job/],
  ['the download is old', { downloadedAt: NOW - 3 * DAY }, 'Download', /3 days old/],
  ['the download failed', { lastDownload: { status: 'Failed', summary: 'No.' } }, 'Download', /failed\. No\./],
  ['the download is partial', { lastDownload: { status: 'Partial', summary: '' } }, 'Download', /not complete/],
  ['no activity is known', { coverage: undefined }, 'Activity', /not been collected/],
  ['the activity run failed', { lastActivity: { status: 'Failed', summary: 'No.' } }, 'Activity', /failed\. No\./],
  ['the activity run is partial', { lastActivity: { status: 'Partial', summary: '' } }, 'Activity', /not complete/],
  [
    'activity has a gap',
    { coverage: { from: NOW - 61 * DAY, to: NOW, gaps: ['The audit log is closed.'] } },
    'Activity',
    /The audit log is closed/,
  ],
  ['activity is old', { coverage: { from: NOW - 99 * DAY, to: NOW - 3 * DAY, gaps: [] } }, 'Activity', /3 days ago/],
  [
    'activity reaches back too little',
    { coverage: { from: NOW - 50 * DAY, to: NOW, gaps: [] } },
    'Coverage',
    /50 of the 60 days/,
  ],
  ['nobody was judged', { position: undefined }, 'Evaluation', /not been judged/],
  ['the judgement is old', { position: { ...at(3, 100, 80, 20), activity: {} as never } }, 'Evaluation', /3 days ago/],
  [
    'active people drop',
    { position: { ...at(0, 100, 55, 20), activity: {} as never } },
    'Trend',
    /Only 55 people are active; 80 were/,
  ],
  [
    'candidates jump',
    { position: { ...at(0, 100, 70, 45), activity: {} as never }, rules: [{ ...rule, maxPercentPerRun: 90 }] },
    'Trend',
    /45 candidates; 20 were/,
  ],
  [
    'the rule rests',
    { rules: [{ ...rule, freeze: { from: NOW - 1, until: NOW + 1 } }] },
    'Days without reclaim',
    /takes nobody’s seat/,
  ],
  ['nobody reviewed the rule', { rules: [{ ...rule, review: null }] }, 'Rule', /Nobody has reviewed “Idle”/],
  ['the profile is a draft', { profile: { ...profile, status: 'Draft' } }, 'Profile', /draft/],
])('when %s, every removal is held', (_name, change, name, text) => {
  const found = crosses({ ...stored, ...change });
  expect(found.map((check) => check.name)).toContain(name);
  expect(found.find((check) => check.name === name)?.text).toMatch(text);
  expect(gateLock(found, 'single')).toBeDefined();
  expect(gateLock(found, 'batch')).toBeDefined();
});

test.each<[string, Partial<LiveGateFacts>, RegExp]>([
  ['a policy hides content', { contentBlocked: true }, /policy hides content/],
  [
    'a selected group gives administrators’ rights',
    { administrators: { admin: new Set(['g-1']), siteAdmin: new Set() } },
    /administrators’ rights now/,
  ],
  ['another group gives the seat', { roles: [{ key: ROLE, groupIds: ['g-1', 'g-2', 'g-3'] }] }, /changed in Jira/],
  ['the selected group gives no seat', { roles: [{ key: ROLE, groupIds: ['g-2'] }] }, /changed in Jira/],
  ['the selected group gives more', { roles: [...roles, { key: 'desk', groupIds: ['g-1'] }] }, /changed in Jira/],
])('when %s, every removal is held', (_name, change, text) => {
  const found = crosses(stored, { ...live, ...change });
  expect(found).toHaveLength(1);
  expect(found[0]?.text).toMatch(text);
  expect(gateLock(found, 'single')).toBeDefined();
});

test.each<[string, Partial<StoredGateFacts>, Partial<LiveGateFacts>, RegExp]>([
  ['the operator lost their rights', {}, { operatorProblem: 'Deactivated.' }, /Deactivated/],
  ['there is no operator', { profile: { ...profile, reclaimOperator: null } }, {}, /No site administrator/],
  ['too many are candidates', { position: { ...at(0, 100, 74, 26), activity: {} as never } }, {}, /26 of 100 seats/],
  ['too many were removed today', { removedLately: new Map([[ROLE, 25]]) }, {}, /25 of at most 25/],
  ['too many are wanted', { wanted: new Map([[ROLE, 26]]) }, {}, /26 more are wanted/],
  [
    'too many are wanted together with those of today',
    { removedLately: new Map([[ROLE, 20]]), wanted: new Map([[ROLE, 6]]) },
    {},
    /20 of at most 25.*6 more/,
  ],
  [
    'the rule allows fewer',
    { rules: [{ ...rule, maxSeatsPerRun: 5 }], wanted: new Map([[ROLE, 6]]) },
    {},
    /0 of at most 5/,
  ],
])('when %s, only the background is held', (_name, change, changeLive, text) => {
  const found = crosses({ ...stored, ...change }, { ...live, ...changeLive });
  expect(found).toHaveLength(1);
  expect(found[0]?.text).toMatch(text);
  expect(gateLock(found, 'single')).toBeUndefined();
  expect(gateLock(found, 'batch')).toBeDefined();
});

test.each([
  ['Profile', /validated on 1970-01-01/],
  ['Download', /downloaded 1 hour ago/],
  ['Activity', /from 2026-09-23, up to 1 hour ago/],
  ['Coverage', /61 days are known; “Idle” needs 60/],
  ['Evaluation', /100 seats were judged less than an hour ago/],
  ['Trend', /80 people are active, 80 were on the days before; 20 candidates, 20 before/],
  ['Rule', /reviewed on 1970-01-01/],
  ['Groups', /1 selected group gives the same/],
  ['Share of candidates', /20 of 100 seats/],
  ['Limit in 24 hours', /0 of at most 25 seats/],
])('the tick of %s tells its numbers', (name, text) => {
  const check = checkGate(stored, live, NOW).find((each) => each.name === name);
  expect(check).toMatchObject({ ok: true, text: expect.stringMatching(text) as string });
});

test('what a rule is about names its application, so that a cross leads to the rule', () => {
  const named = checkGate(stored, live, NOW).filter(({ roleKey }) => roleKey === ROLE);
  expect(named.map(({ name }) => name).sort()).toEqual([
    'Coverage',
    'Limit in 24 hours',
    'Rule',
    'Share of candidates',
  ]);
});

describe('an abnormal change', () => {
  const position = { ...at(0, 100, 55, 20), activity: {} as never };
  const trend = (acknowledgement?: TrendAcknowledgement) =>
    checkGate({ ...stored, position, acknowledgement }, live, NOW).find(({ name }) => name === 'Trend');

  test('holds and says of which evaluation it speaks', () => {
    expect(trend()).toMatchObject({ ok: false, abnormal: { evaluatedAt: NOW, acknowledged: null } });
  });

  test('that somebody found right is a tick with its numbers, and who it was', () => {
    const known = { evaluatedAt: NOW, active: 55, candidates: 20, at: NOW + 5, by: 'u-9' };
    expect(trend(known)).toMatchObject({
      ok: true,
      text: expect.stringContaining('55 people are active, 80 were') as string,
      abnormal: { evaluatedAt: NOW, acknowledged: { at: NOW + 5, by: 'u-9' } },
    });
  });
});

test.each<[string, StoredGateFacts['past']]>([
  ['no earlier day is known', []],
  ['only the same day is known', [at(0.5, 100, 10, 20)]],
  [
    'earlier days knew little activity',
    [at(1, 100, 0, 0)].map((p) => ({ ...p, byRole: counted(100, 10, 0).map((r) => ({ ...r, inactive: 0 })) })),
  ],
])('the trend says nothing when %s', (_name, past) => {
  const position = { ...at(0, 100, 30, 60), activity: {} as never };
  const found = crosses({ ...stored, position, past, rules: [{ ...rule, maxPercentPerRun: 100 }] });
  expect(found).toEqual([]);
});

test('limits of few people allow at least one', () => {
  const few = { ...stored, position: { ...at(0, 3, 2, 1), activity: {} as never } };
  expect(seatsLeft({ ...rule, maxPercentPerRun: 10 }, few)).toBe(1);
});

test('groups that concern no selected one may change', () => {
  const other = [...roles, { key: 'other', groupIds: ['g-7'] }];
  expect(groupDrift(['g-1'], roles, other, live.administrators)).toBeUndefined();
  expect(groupDrift(['g-1'], null, roles, live.administrators)).toMatch(/Validate it again/);
});
