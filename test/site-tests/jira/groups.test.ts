/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-call: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { ADMIN, APP, siteOf } from './fixture';

describe('roles, groups and members', () => {
  it('counts seats of active people once, whatever groups they are in', async () => {
    const { call } = siteOf();
    const { body } = await call('GET', 'applicationrole/jira-software');
    // ada, abe, joe, sue (in two groups), tim, ida; not the deactivated, the app accounts and the customer.
    expect(body).toMatchObject({ userCount: 6, numberOfSeats: 6, remainingSeats: 0, hasUnlimitedSeats: false });
    expect(body.groupDetails.map((group: { groupId: string }) => group.groupId)).toEqual([
      'users',
      'more',
      'idp',
      'org',
    ]);
    expect((await call('GET', 'applicationrole/jira-servicedesk')).body.hasUnlimitedSeats).toBe(true);
    expect((await call('GET', 'applicationrole/void')).status).toBe(404);
  });

  it('filters groups by access as measured on a live site', async () => {
    const { call } = siteOf();
    const ids = async (query: string) =>
      ((await call('GET', `group/bulk?${query}`)).body.values as { groupId: string }[]).map(({ groupId }) => groupId);
    expect(await ids('accessType=site-admin')).toEqual(['org']);
    expect(await ids('accessType=admin')).toEqual(['admins', 'org']);
    expect(await ids('accessType=user&applicationKey=jira-software')).toEqual(['users', 'more', 'idp', 'org']);
    expect(await ids('applicationKey=jira-software')).toHaveLength(8); // ignored
    expect(await ids('groupId=users&groupId=idp')).toEqual(['users', 'idp']);
    expect(await ids('groupName=readers')).toEqual(['readers']);
    expect((await call('GET', 'group/bulk?accessType=user')).status).toBe(400);
    expect((await call('GET', 'group/bulk?accessType=owner')).status).toBe(400);
  });

  it('lists members with app accounts, and deactivated people only when asked', async () => {
    const { call, switches } = siteOf();
    const names = async (query: string) =>
      ((await call('GET', `group/member?${query}`)).body.values as { accountId: string; accountType: string }[]).map(
        ({ accountId, accountType }) => (accountType === 'app' && accountId !== 'bot' ? 'the app' : accountId),
      );
    expect(await names('groupId=users')).toEqual(['the app', 'abe', 'ada', 'bot', 'joe', 'sue']);
    expect(await names('groupname=jira-users&includeInactiveUsers=true')).toContain('old');
    expect(await names('groupId=admins')).toEqual(['the app', 'joe']);
    expect(await names('groupId=org')).toEqual(['abe', 'ada']);
    switches.set('appIsJiraAdmin', false);
    expect(await names('groupId=admins')).toEqual(['joe']);
    const addons = (await call('GET', 'group/bulk')).body.values.find(
      (group: { name: string }) => group.name === 'atlassian-addons-admin',
    );
    expect(await names(`groupId=${addons.groupId}`)).toEqual(['the app']);
  });

  it('clamps a page of members to 50, or refuses it where the site does', async () => {
    const { call, switches } = siteOf();
    expect((await call('GET', 'group/member?groupId=users&maxResults=1000')).body.maxResults).toBe(50);
    switches.set('memberPageOverMax', 'reject');
    expect((await call('GET', 'group/member?groupId=users&maxResults=51')).status).toBe(400);
    expect((await call('GET', 'group/member?groupId=users&maxResults=50')).status).toBe(200);
  });

  it('wants one known group', async () => {
    const { call } = siteOf();
    expect((await call('GET', 'group/member')).status).toBe(400);
    expect((await call('GET', 'group/member?groupId=users&groupname=jira-users')).status).toBe(400);
    expect((await call('GET', 'group/member?groupId=void')).status).toBe(404);
    expect((await call('GET', 'user/groups?accountId=void')).status).toBe(404);
  });

  it('refuses writes that Jira refuses', async () => {
    const { call, switches } = siteOf();
    const add = (group: string, accountId?: string) => call('POST', `group/user?groupId=${group}`, { accountId });
    const remove = (group: string, accountId: string) =>
      call('DELETE', `group/user?groupId=${group}&accountId=${accountId}`);
    expect((await add('users', 'sue')).body.errorMessages).toEqual([
      "Cannot add user. User is already a member of '{1}'",
    ]);
    expect((await add('users', 'nil')).body.errorMessages[0]).toContain('Licence exceeded'); // all 6 seats are taken
    expect((await add('users', 'tim')).status).toBe(201); // has a seat already
    expect((await add('readers', 'sue')).status).toBe(201); // needs none
    expect((await add('agents', 'nil')).status).toBe(201); // unlimited
    expect((await add('users')).status).toBe(400);
    expect((await add('void', 'sue')).status).toBe(404);
    expect((await add('users', 'void')).status).toBe(404);
    expect((await remove('idp', 'ida')).status).toBe(400);
    switches.set('idpGroupError', 403);
    expect((await remove('idp', 'ida')).status).toBe(403);
    expect((await remove('org', 'abe')).status).toBe(200);
    expect((await remove('org', 'ada')).status).toBe(501); // what happens to the last one nobody knows
    for (const status of [200, 400, 404]) {
      switches.set('removeNonMember', status);
      expect((await remove('more', 'ada')).status).toBe(status);
    }
  });

  it('frees a seat when the last group is gone, and writes every change to the audit log', async () => {
    const { call } = siteOf();
    const used = async () => (await call('GET', 'applicationrole/jira-software')).body.userCount;
    await call('DELETE', 'group/user?groupId=users&accountId=sue');
    expect(await used()).toBe(6);
    await call('DELETE', 'group/user?groupId=more&accountId=sue');
    expect(await used()).toBe(5);
    await call('POST', 'group/user?groupId=users', { accountId: 'sue' });
    expect(await used()).toBe(6);
    const { body } = await call('GET', 'auditing/record?filter=sue%20group');
    expect(body.records.map((record: { summary: string }) => record.summary)).toEqual([
      'User added to group',
      'User removed from group',
      'User removed from group',
      'User added to group',
    ]);
    expect(body.records[0]).toMatchObject({
      category: 'group management',
      authorAccountId: 'ada',
      objectItem: { typeName: 'USER', name: 'sue' },
      associatedItems: [{ typeName: 'GROUP', name: 'jira-users' }],
    });
  });

  it('lets reads lag behind writes', async () => {
    const { call, switches, clock } = siteOf();
    switches.set('membershipReadDelay', 5);
    switches.set('seatCountDelay', 600);
    const state = async () => [
      (await call('GET', 'user/groups?accountId=tim')).body.length,
      (await call('GET', 'group/member?groupId=more')).body.values.length,
      (await call('GET', 'applicationrole/jira-software')).body.userCount,
    ];
    clock.advanceTo(clock.now() + 1000);
    await call('DELETE', 'group/user?groupId=more&accountId=tim');
    expect(await state()).toEqual([1, 2, 6]);
    clock.advanceTo(clock.now() + 4999);
    expect(await state()).toEqual([1, 2, 6]);
    clock.advanceTo(clock.now() + 1);
    expect(await state()).toEqual([0, 1, 6]);
    clock.advanceTo(clock.now() + 595_000);
    expect(await state()).toEqual([0, 1, 5]);
  });

  it('knows people', async () => {
    const { call, switches } = siteOf();
    const sue = (await call('GET', 'user?accountId=sue&expand=groups,applicationRoles')).body;
    expect(sue.groups.items.map((group: { groupId: string }) => group.groupId)).toEqual(['users', 'more']);
    expect(sue.applicationRoles.items.map((role: { key: string }) => role.key)).toEqual(['jira-software']);
    expect((await call('GET', 'user?accountId=tim')).body).not.toHaveProperty('emailAddress');
    expect((await call('GET', 'user')).status).toBe(400);
    const me = (await call('GET', 'myself?expand=groups', undefined, { as: APP })).body;
    expect(me).toMatchObject({ accountType: 'app', timeZone: 'Europe/Amsterdam' });
    expect(me.groups.items).toHaveLength(4); // add-ons, jira-users, agents, jira-administrators
    switches.set('appIsJiraAdmin', false);
    expect((await call('GET', 'myself?expand=groups', undefined, { as: APP })).body.groups.items).toHaveLength(1);
    const all = (await call('GET', 'users/search')).body as { accountType: string }[];
    expect(all.map(({ accountType }) => accountType)).toEqual(expect.arrayContaining(['app', 'customer', 'atlassian']));
    expect((await call('GET', 'user/search?query=su')).body).toHaveLength(1);
    expect((await call('GET', 'user/search')).status).toBe(400);
    expect((await call('GET', 'user/bulk?accountId=sue&accountId=tim&accountId=void')).body.total).toBe(2);
    expect(
      (await call('GET', 'user/permission/search?permissions=ADMINISTER&query=a', undefined, { as: ADMIN })).body,
    ).toHaveLength(2);
  });
});
