import fc from 'fast-check';
import { markGroups, type ApplicationRole } from '../../src/domain/jira-group';
import {
  compareDownloads,
  subscriptionsOf,
  type GrantingRole,
  type SeatHolder,
} from '../../src/domain/software-subscription';
import { groupId } from './arbitraries';

const roles: GrantingRole[] = [
  { key: 'jira-software', name: 'Jira', groupIds: ['g-1', 'g-2'] },
  { key: 'jira-servicedesk', name: 'JSM', groupIds: ['g-2', 'g-3'] },
];
const holder = (accountId: string, groupIds: string[]): SeatHolder => ({
  accountId,
  groupIds,
  firstSeen: null,
  administrator: false,
  traits: null,
});

describe('the seats of a person', () => {
  test('are one per application, whatever the number of groups', () => {
    fc.assert(
      fc.property(fc.uniqueArray(groupId), (groups) => {
        const seats = subscriptionsOf(holder('u-1', groups), roles);
        const expected = roles
          .filter((role) => role.groupIds.some((id) => groups.includes(id)))
          .map((role) => role.key);
        expect(seats.map((seat) => seat.roleKey)).toEqual(expected);
        for (const seat of seats) {
          const giving = roles.find((role) => role.key === seat.roleKey)?.groupIds ?? [];
          expect(seat.groupIds).toEqual(groups.filter((id) => giving.includes(id)));
        }
      }),
    );
  });
});

test('two downloads differ by who joined, who left and who changed groups', () => {
  const people = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.uniqueArray(groupId)), {
      selector: ([accountId]) => accountId,
    })
    .map((rows) => new Map(rows.map(([accountId, groups]) => [accountId, holder(accountId, groups)])));
  fc.assert(
    fc.property(people, people, (before, after) => {
      const { joined, left, changedGroups } = compareDownloads(before, after);
      const both = [...after.keys()].filter((id) => before.has(id));
      const groupsIn = (rows: ReadonlyMap<string, SeatHolder>, id: string) =>
        [...(rows.get(id)?.groupIds ?? [])].sort();
      expect(joined).toBe(after.size - both.length);
      expect(left).toBe(before.size - both.length);
      expect(changedGroups).toBe(
        both.filter((id) => groupsIn(before, id).join() !== groupsIn(after, id).join()).length,
      );
      expect(compareDownloads(after, after)).toEqual({ joined: 0, left: 0, changedGroups: 0 });
    }),
  );
});

describe('groups as an administrator sees them', () => {
  const role: ApplicationRole = {
    key: 'jira-software',
    name: 'Jira',
    groups: [
      { id: 'g-1', name: 'users' },
      { id: 'g-2', name: 'admins' },
      { id: 'g-9', name: 'only the role knows' },
    ],
    defaultGroupIds: ['g-1'],
    seats: 10,
    usedSeats: 3,
  };
  const groups = [
    { id: 'g-1', name: 'users' },
    { id: 'g-2', name: 'admins' },
    { id: 'g-3', name: 'org' },
    { id: 'g-4', name: 'chess club' },
  ];
  const marked = markGroups(
    groups,
    [role],
    { admin: new Set(['g-2', 'g-3']), siteAdmin: new Set(['g-3']) },
    new Map([['g-4', 'Jira refused.']]),
  );

  test('are sorted by name, and none is missing', () => {
    expect(marked.map((group) => group.name)).toEqual(['admins', 'chess club', 'only the role knows', 'org', 'users']);
  });

  test.each([
    [
      'g-1',
      {
        roles: ['jira-software'],
        defaultFor: ['jira-software'],
        access: 'user',
        externallyManaged: false,
        preselected: true,
      },
    ],
    ['g-2', { roles: ['jira-software'], defaultFor: [], access: 'admin', preselected: false }],
    ['g-3', { roles: [], defaultFor: [], access: 'site-admin', preselected: false }],
    ['g-4', { roles: [], defaultFor: [], access: 'none', externallyManaged: true, preselected: false }],
    ['g-9', { roles: ['jira-software'], defaultFor: [], access: 'user', externallyManaged: false, preselected: true }],
  ])('%s is marked with what it gives', (id, marks) => {
    expect(marked.find((group) => group.id === id)).toMatchObject(marks);
  });
});
