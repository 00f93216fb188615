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

  test('knows many accounts at once, deactivated ones too', async () => {
    const { directory } = onSmallSite();
    const found = await directory.findAccounts(['sue', 'old', 'nobody-at-all']);
    expect(found.map(({ accountId, active }) => [accountId, active])).toEqual([
      ['sue', true],
      ['old', false],
    ]);
    expect(await directory.findAccounts([])).toEqual([]);
  });

  test('knows who joined and left a group, in order', async () => {
    const { directory, jira, clock } = onSmallSite();
    const from = clock.now();
    for (const groups of [['users', 'more'], ['more'], ['more', 'users']]) {
      clock.advanceTo(clock.now() + 1000);
      jira.change('user', { accountId: 'joe', groups });
    }
    const { changes, complete } = await directory.readChanges(from, clock.now());
    expect(complete).toBe(true);
    const told = changes.filter(({ accountId, group }) => accountId === 'joe' && group?.id === 'users');
    expect(told.slice(-2).map(({ joined }) => joined)).toEqual([false, true]);
    expect(told.at(-1)?.at).toBe(clock.now());
  });

  test.each([
    ['newest-first', 1000],
    ['oldest-first', 1000],
    ['newest-first', 0],
    ['oldest-first', 0],
  ])('reads more changes than one answer holds, %s, %d ms apart', async (order, apart) => {
    const { directory, jira, clock, switches } = onSmallSite();
    switches.set('auditOrder', order);
    jira.change('user', { accountId: 'joe', groups: ['users', 'more'] });
    clock.advanceTo(clock.now() + 5000);
    const from = clock.now();
    for (let n = 0; n < 450; n += 1) {
      clock.advanceTo(clock.now() + apart);
      jira.change('user', { accountId: 'joe', groups: n % 2 === 0 ? ['more'] : ['users', 'more'] });
    }
    const { changes, complete } = await directory.readChanges(from, clock.now());
    expect(complete).toBe(true);
    expect(changes.map(({ joined }) => joined)).toEqual(Array.from({ length: 450 }, (_, n) => n % 2 === 1));
  });

  test('does not guess what an audit log of another language says about a group', async () => {
    const { directory, jira, clock, switches } = onSmallSite();
    switches.set('auditLanguage', 'other');
    const from = clock.now();
    jira.change('user', { accountId: 'joe', groups: ['users', 'more', 'admins'] });
    const { changes } = await directory.readChanges(from, clock.now());
    const about = changes.map(({ accountId, group, joined }) => [accountId, group?.id, joined]);
    expect(about).toEqual([['joe', 'more', null]]);
  });

  test('has no changes to tell on a site without an audit log', async () => {
    const { directory, faults } = onSmallSite();
    faults.add({ match: { path: 'auditing/record' }, then: { status: 403 } });
    await expect(directory.readChanges(0, 1)).rejects.toMatchObject({ code: 'jira-refused' });
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
