import { onSmallSite } from './jira-platform';
import { platform } from './forge-globals';

describe('the directory of a real-looking Jira', () => {
  test('lists roles with every group that gives their seat', async () => {
    const roles = await onSmallSite().directory.listRoles();
    expect(roles.map(({ key, seats, groups }) => [key, seats, groups.map(({ id }) => id)])).toEqual([
      ['jira-software', 6, ['users', 'more', 'idp', 'org']],
      ['jira-servicedesk', null, ['agents']],
    ]);
    expect(roles[0]?.defaultGroupIds).toEqual(['users']);
  });

  test('lists groups and tells administrators’ groups apart', async () => {
    const { directory } = onSmallSite();
    const groups = await directory.listGroups();
    expect(groups.map(({ id }) => id)).toEqual(expect.arrayContaining(['users', 'more', 'admins', 'org', 'readers']));
    const { admin, siteAdmin } = await directory.listAdministratorGroups();
    expect(admin).toContain('admins');
    expect([...siteAdmin]).toEqual(['org']);
  });

  test.each([1, 2, 3, 50])('reads members in pages of %d, each once, without deactivated people', async (size) => {
    const { directory } = onSmallSite();
    const people: string[] = [];
    for (let startAt: number | null = 0; startAt !== null;) {
      const page = await directory.readMembers('users', startAt, size);
      expect(page.total).toBe(6);
      people.push(...page.members.filter(({ accountType }) => accountType !== 'app').map(({ accountId }) => accountId));
      startAt = page.nextStartAt;
    }
    expect([...people].sort()).toEqual(['abe', 'ada', 'joe', 'sue']);
  });

  test('does without a total where Jira tells none', async () => {
    const { directory, switches } = onSmallSite();
    switches.set('pagesWithTotal', false);
    expect(await directory.readMembers('users', 0, 2)).toMatchObject({ total: null, nextStartAt: 2 });
  });

  test('knows a person with groups and seats', async () => {
    const { directory } = onSmallSite();
    expect(await directory.findPerson('sue')).toMatchObject({
      accountId: 'sue',
      accountType: 'atlassian',
      active: true,
      guest: false,
      groupIds: ['users', 'more'],
      roleKeys: ['jira-software'],
    });
    expect(await directory.findPerson('nobody-at-all')).toBeUndefined();
    expect(await directory.findPerson('old')).toMatchObject({ active: false });
  });

  test('knows whether content is hidden from the app', async () => {
    const { directory, switches } = onSmallSite();
    expect(await directory.isContentBlocked()).toBe(false);
    switches.set('anyContentBlocked', true);
    expect(await directory.isContentBlocked()).toBe(true);
  });

  test('a group that is gone is a failure, not an empty group', async () => {
    const { directory } = onSmallSite();
    await expect(directory.readMembers('gone', 0)).rejects.toMatchObject({ code: 'jira-not-found' });
  });
});

describe('permissions', () => {
  test.each([
    ['ada', true],
    ['joe', true],
    ['sue', false],
  ])('%s administers Jira: %s', async (caller, administers) => {
    const { permissions } = onSmallSite();
    platform.caller = caller;
    expect(await permissions.callerAdministersJira()).toBe(administers);
  });

  test('nobody at the page is refused', async () => {
    const { permissions } = onSmallSite();
    await expect(permissions.callerAdministersJira()).rejects.toMatchObject({ code: 'jira-refused' });
  });
});
