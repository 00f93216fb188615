import { INPUTS } from '../../src/entry/inputs';
import type { Operation } from '../../src/shared/contract';

const profile = {
  displayName: 'Jira',
  downloadActivity: true,
  analyzeFrom: '2026-11-23T09:30:00.000Z',
  reclaim: true,
  groupIds: ['g-1'],
};

const member = { accountId: 'u-1', accountType: 'atlassian', active: true };
const page = { groupId: 'g-1', attempt: 1, startAt: 0, total: 1, isLast: true, members: [member] };
const handIn = (pages: unknown) => ({ runId: 'r', token: 't', pages });

const good: [Operation, unknown][] = [
  ['getSession', {}],
  ['saveProfile', profile],
  ['saveProfile', { ...profile, profileId: 'p-1', revision: 3, connectionName: 'c', lookBackConfirmed: true }],
  ['saveProfile', { ...profile, analyzeFrom: '2026-11-23T09:30:00+02:00' }],
  ['publishProfile', { profileId: 'p-1', revision: 1 }],
  ['readSubscriptionPart', { list: 'p-1.1', part: 0 }],
  ['readSubscriptionRefs', { list: 'p-1.1', part: 0 }],
  ['readSubscriptionChanges', { profileId: 'p-1', list: 'p-1.1', from: 0 }],
  ['reclaimNow', { number: 'RC0000123', mode: 'preview' }],
  ['startReclaim', { profileId: 'p-1', numbers: 'all-ready', expectedCount: 0 }],
  ['startReclaim', { profileId: 'p-1', numbers: ['RC0000001'], expectedCount: 1 }],
  ['requestReclaim', { profileId: 'p-1', numbers: 'all-ready', expectedCount: 3 }],
  ['decideReclaimRequest', { profileId: 'p-1', id: 'r-1', approve: false, note: 'Not yet', expectedCount: 3 }],
  ['listJobRuns', {}],
  ['handInMembers', handIn([page, { ...page, total: null, members: [] }])],
  ['handInMembers', handIn([])],
  ['listEvidence', { candidate: 'RC0000001', cursor: 'x' }],
  ['savePointBudget', { budgetPoints: 5000, revision: 0 }],
  ['saveActivitySettings', { countViews: false, revision: 0 }],
];

const bad: [string, Operation, unknown][] = [
  ['a field too many', 'getSession', { x: 1 }],
  ['nothing where a profile is needed', 'getProfile', {}],
  ['an empty id', 'getProfile', { profileId: '' }],
  ['a number for an id', 'getProfile', { profileId: 1 }],
  ['a day without a time', 'saveProfile', { ...profile, analyzeFrom: '2026-11-23' }],
  ['a time without a zone', 'saveProfile', { ...profile, analyzeFrom: '2026-11-23T09:30:00' }],
  ['a date that does not exist', 'saveProfile', { ...profile, analyzeFrom: '2026-02-30T09:30:00Z' }],
  ['groups that are no list', 'saveProfile', { ...profile, groupIds: 'g-1' }],
  ['undefined for a field that may be left out', 'saveProfile', { ...profile, revision: undefined }],
  ['a revision that is none', 'publishProfile', { profileId: 'p-1', revision: 0 }],
  ['a part below zero', 'readSubscriptionPart', { list: 'l', part: -1 }],
  ['half a part', 'readSubscriptionPart', { list: 'l', part: 0.5 }],
  ['a switch in words', 'saveActivitySettings', { countViews: 'off', revision: 0 }],
  ['a budget in words', 'savePointBudget', { budgetPoints: 'many', revision: 0 }],
  ['a number in another form', 'reclaimNow', { number: '123', mode: 'apply' }],
  ['a number with more behind it', 'reclaimNow', { number: 'RC0000123; x', mode: 'apply' }],
  ['a mode that does not exist', 'reclaimNow', { number: 'RC0000123', mode: 'force' }],
  ['no candidates', 'startReclaim', { profileId: 'p-1', numbers: [], expectedCount: 0 }],
  ['all of another word', 'startReclaim', { profileId: 'p-1', numbers: 'all', expectedCount: 0 }],
  ['approving without a count', 'decideReclaimRequest', { profileId: 'p-1', id: 'r-1', approve: true }],
  ['no count', 'startReclaim', { profileId: 'p-1', numbers: 'all-ready' }],
  [
    'a member without an account',
    'handInMembers',
    handIn([{ ...page, members: [{ ...member, accountId: undefined }] }]),
  ],
  ['a member with a name', 'handInMembers', handIn([{ ...page, members: [{ ...member, displayName: 'A' }] }])],
  ['a page before the first', 'handInMembers', handIn([{ ...page, startAt: -1 }])],
  [
    'more members than a page has',
    'handInMembers',
    handIn([{ ...page, members: Array.from({ length: 51 }, () => member) }]),
  ],
  ['more pages than fit into a call', 'handInMembers', handIn(Array.from({ length: 41 }, () => page))],
  ['a list instead of an object', 'listJobs', []],
  ['a text instead of an object', 'listJobs', 'x'],
];

test.each(good)('%s takes %j', (name, input) => {
  expect(INPUTS[name].safeParse(input)).toMatchObject({ success: true, data: input });
});

test.each(bad)('%s is refused by %s', (_name, operation, input) => {
  expect(INPUTS[operation].safeParse(input).success).toBe(false);
});

test('the most that may be handed in at once stays below the 500 KB of a call', () => {
  const longest = { accountId: 'x'.repeat(128), accountType: 'x'.repeat(20), active: false };
  const full = { ...page, groupId: 'x'.repeat(200), members: Array.from({ length: 50 }, () => longest) };
  const largest = handIn(Array.from({ length: 40 }, () => full));
  expect(INPUTS.handInMembers.safeParse(largest).success).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(largest))).toBeLessThan(500 * 1024);
});

test('more candidates than one request may name are refused', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => `RC${String(n).padStart(7, '0')}`);
  const parse = (count: number) =>
    INPUTS.startReclaim.safeParse({ profileId: 'p-1', numbers: numbers(count), expectedCount: count }).success;
  expect([parse(1000), parse(1001)]).toEqual([true, false]);
});
