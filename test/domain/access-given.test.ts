import { rolesGiven, RECORDED_WITHIN, type GivenBack } from '../../src/domain/access-given';

const AT = Date.UTC(2026, 10, 23, 12);
const users = { id: 'g-users', name: 'users' };
const JIRA = { key: 'jira-software', groups: [users] };
const DESK = { key: 'jira-servicedesk', groups: [{ id: 'g-desk', name: 'desk' }] };
const given = (...groups: { id: string | null; name: string | null }[]) => ({ accountId: 'u-1', at: AT, groups });
const back = (change: Partial<GivenBack> = {}): GivenBack => ({
  accountId: 'u-1',
  groupId: 'g-users',
  at: AT,
  ...change,
});
const club = { id: 'g-club', name: 'book club' };

test.each([
  ['a group that gives the seat', given(users), true],
  ['a group that gives it by its new name', given({ ...users, name: 'old name' }), true],
  ['a group of that name by another id', given({ ...users, id: 'other' }), true],
  ['a group that gives none', given(club), false],
  ['one of each', given(club, users), true],
  ['a group without an id', given({ ...club, id: null }), true],
  ['a group without a name', given({ ...club, name: null }), true],
  ['no group that is told', given(), true],
  ['nothing told at all', { accountId: 'u-1', at: AT }, true],
] as const)('%s', (_name, fact, isNew) => {
  expect(rolesGiven(fact, [JIRA], [])).toEqual(isNew ? [JIRA.key] : []);
});

test('a group of an application whose groups are not all known may be one of them', () => {
  expect(rolesGiven(given(club), [{ ...JIRA, isPartial: true }, DESK], [])).toEqual([JIRA.key]);
});

test.each([
  ['what the app gave back', back(), false],
  ['what it gave back as long ago as records lie apart', back({ at: AT - RECORDED_WITHIN }), false],
  ['what it gave back before that', back({ at: AT - RECORDED_WITHIN - 1 }), true],
  ['what it gave back to somebody else', back({ accountId: 'u-2' }), true],
  ['another group that it gave back', back({ groupId: 'g-club' }), true],
] as const)('%s', (_name, own, isNew) => {
  expect(rolesGiven(given(users), [JIRA], [own])).toEqual(isNew ? [JIRA.key] : []);
});

test('access to one application is no news about another, unless its groups are not told', () => {
  expect(rolesGiven(given(users), [JIRA, DESK], [])).toEqual([JIRA.key]);
  expect(rolesGiven(given(), [JIRA, DESK], [])).toEqual([JIRA.key, DESK.key]);
});
