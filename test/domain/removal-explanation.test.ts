import { linkOf } from '../../src/domain/fact-link';
import { explainNotice } from '../../src/domain/notice-explanation';
import { explainPerson, explainTraces, givingGroups } from '../../src/domain/removal-explanation';
import { ORDINARY } from './ordinary-account';

const group = (id: string) => ({ id, name: `name of ${id}` });
const roles = [
  { key: 'jira-software', groups: ['g-1', 'g-2', 'g-out'].map(group) },
  { key: 'jira-servicedesk', groups: ['g-2'].map(group) },
  { key: 'jira-product-discovery', groups: ['g-2', 'g-1'].map(group) },
];
const nobody = { admin: new Set<string>(), siteAdmin: new Set<string>() };
const person = { ...ORDINARY, confirmedAs: null, groupIds: [] };
type Managed = Parameters<typeof givingGroups>[5];
const giving = (groupIds: string[], managed: Managed = []) =>
  givingGroups(groupIds, 'jira-software', roles, ['g-1', 'g-2'], nobody, managed);
const groupsFact = (groupIds: string[], managed: Managed = []) =>
  explainPerson(person, 'Jira', giving(groupIds, managed)).find(({ name }) => name === 'Groups');

test('says of every group that gives the seat which other applications it gives', () => {
  expect(giving(['g-1', 'g-2', 'g-3']).map(({ id, alsoGives }) => [id, alsoGives])).toEqual([
    ['g-1', ['jira-product-discovery']],
    ['g-2', ['jira-servicedesk', 'jira-product-discovery']],
  ]);
});

test.each<[string, 'refused' | 'returns', RegExp]>([
  ['Jira refused to change', 'refused', /refused to change/],
  ['people come back to', 'returns', /keep coming back/],
])('tells the real reason of a group that %s', (_name, because, reason) => {
  const [first] = giving(['g-1'], [{ groupId: 'g-1', because, since: null }]);
  expect(first).toMatchObject({ removable: false, note: expect.stringMatching(reason) as string });
});

test.each<[string, string[], Managed, string]>([
  ['all of them', ['g-1', 'g-2'], [], 'name of g-1, name of g-2 would be taken away.'],
  [
    'some of them',
    ['g-1', 'g-2', 'g-out'],
    [],
    'name of g-out can’t be taken away here, so none is. Removing only name of g-1, name of g-2 would free nothing, because name of g-out still gives the seat.',
  ],
  [
    'one of three',
    ['g-1', 'g-2', 'g-out'],
    [{ groupId: 'g-2', because: 'refused', since: null }],
    'name of g-2, name of g-out can’t be taken away here, so none is. Removing only name of g-1 would free nothing, because name of g-2, name of g-out still give the seat.',
  ],
  ['none of them', ['g-out'], [], 'name of g-out can’t be taken away here, so none is.'],
])('says what removing %s comes to', (_name, groupIds, managed, text) => {
  expect(groupsFact(groupIds, managed)?.text).toBe(text);
});

test('leads to where a colleague can look it up', () => {
  expect(linkOf('ABC-12')).toEqual({ kind: 'work-item', key: 'ABC-12' });
  expect(linkOf('audit:17')).toEqual({ kind: 'audit-log' });
  expect(linkOf(null)).toBeUndefined();
  const traces = explainTraces(
    [
      { at: 2, kind: 'comment-added', ref: 'ABC-12', precision: 'exact' },
      { at: 1, kind: 'administration', ref: 'audit:17', precision: 'exact' },
    ],
    undefined,
    null,
  );
  expect(traces.map(({ link }) => link)).toEqual([
    { kind: 'work-item', key: 'ABC-12' },
    { kind: 'audit-log' },
    undefined,
  ]);
  const notice = {
    askedAt: 0,
    by: null,
    workItem: 'LIC-1',
    answerDay: '2026-12-07',
    zone: 'UTC',
    answerBy: 1,
    answer: null,
    decision: null,
  };
  expect(explainNotice(notice, undefined).link).toEqual({ kind: 'work-item', key: 'LIC-1' });
});

test.each<[string, object, RegExp, string]>([
  ['a service account', { serviceAccount: true }, /service accounts are not removed/, 'against'],
  ['one whose name sounds like a program’s', { soundsLikeProgram: true }, /sounds like a program/, 'against'],
  ['one confirmed as a program’s', { confirmedAs: 'program' }, /You confirmed/, 'against'],
  ['one confirmed as a person’s', { soundsLikeProgram: true, confirmedAs: 'person' }, /account of a person/, 'neither'],
])('tells of %s', (_name, about, text, speaks) => {
  const [account] = explainPerson({ ...person, ...about }, 'Jira', giving(['g-1']));
  expect(account).toMatchObject({ name: 'Account', text: expect.stringMatching(text) as string, speaks });
});
