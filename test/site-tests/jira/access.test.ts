/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { ADMIN, APP, person, siteOf, type CallOptions } from './fixture';

const IDP_REFUSAL =
  'An error occurred: com.atlassian.idp.client.exceptions.AuthorizationException: ' +
  '{"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}';

describe('who may do what', () => {
  const scopes = (...list: string[]): CallOptions => ({ as: APP, channel: 'function', scopes: list });

  it('opens an operation to all scopes of its classic or its granular set', async () => {
    const { call } = siteOf();
    const status = async (...list: string[]) =>
      (await call('GET', 'group/member?groupId=users', undefined, scopes(...list))).status;
    expect(await status('manage:jira-configuration')).toBe(200);
    expect(await status('read:group:jira', 'read:user:jira', 'read:avatar:jira')).toBe(200);
    expect(await status('read:group:jira', 'read:user:jira')).toBe(401);
    expect(await status('read:jira-user')).toBe(401);
  });

  it('answers a missing scope in the gateway’s shape', async () => {
    const { call } = siteOf();
    const { status, body } = await call('GET', 'applicationrole', undefined, scopes());
    expect([status, body]).toEqual([401, { code: 401, message: 'Unauthorized; scope does not match' }]);
  });

  it('lets the app act for an absent person only with scopes the manifest allows for that', async () => {
    const { call } = siteOf();
    const options = { as: person('ada', true), scopes: ['manage:jira-configuration'], channel: 'function' as const };
    const path = 'group/user?groupId=users&accountId=sue';
    expect((await call('DELETE', path, undefined, options)).status).toBe(401);
    const allowed = { ...options, impersonationScopes: ['manage:jira-configuration'] };
    expect((await call('DELETE', path, undefined, allowed)).status).toBe(200);
  });

  it('knows nobody without credentials, the unknown and the deactivated', async () => {
    const { call } = siteOf();
    for (const as of [
      { kind: 'anonymous' } as const,
      person('void'),
      person('old'),
      person('old', true),
      person('bot'),
    ])
      expect((await call('GET', 'myself', undefined, { as })).status).toBe(401);
  });

  it('shows roles and the audit log to Jira administrators only', async () => {
    const { call, switches } = siteOf();
    for (const path of ['applicationrole', 'auditing/record', 'license/approximateLicenseCount']) {
      for (const as of [ADMIN, person('joe'), APP])
        expect((await call('GET', path, undefined, { as })).status).toBe(200);
      for (const as of [person('sue'), person('nil')])
        expect((await call('GET', path, undefined, { as })).status).toBe(403);
    }
    switches.set('appIsJiraAdmin', false);
    expect((await call('GET', 'applicationrole', undefined, { as: APP })).status).toBe(403);
  });

  it('shows groups and people to everybody with a product', async () => {
    const { call } = siteOf();
    for (const path of [
      'group/bulk',
      'group/member?groupId=users',
      'users/search',
      'user?accountId=sue',
      'user/groups?accountId=sue',
    ]) {
      expect((await call('GET', path, undefined, { as: person('tim') })).status).toBe(200);
      expect((await call('GET', path, undefined, { as: person('nil') })).status).toBe(403);
    }
  });

  it('tells permissions; nobody is a system administrator', async () => {
    const { call } = siteOf();
    const mine = async (as: typeof ADMIN) => {
      const path = 'mypermissions?permissions=ADMINISTER,USER_PICKER,SYSTEM_ADMIN';
      const { permissions } = (await call('GET', path, undefined, { as })).body;
      return ['ADMINISTER', 'USER_PICKER', 'SYSTEM_ADMIN'].map((key) => permissions[key].havePermission);
    };
    expect(await mine(ADMIN)).toEqual([true, true, false]);
    expect(await mine(APP)).toEqual([true, true, false]);
    expect(await mine(person('sue'))).toEqual([false, true, false]);
    const check = (as: typeof ADMIN) =>
      call(
        'POST',
        'permissions/check',
        { accountId: 'joe', globalPermissions: ['ADMINISTER', 'SYSTEM_ADMIN'] },
        { as },
      );
    expect((await check(ADMIN)).body).toEqual({ globalPermissions: ['ADMINISTER'], projectPermissions: [] });
    expect((await check(person('sue'))).status).toBe(403);
    expect((await call('GET', 'mypermissions')).status).toBe(400);
    expect((await call('GET', 'mypermissions?permissions=FLY')).body.errors).toEqual({
      FLY: 'Unrecognized permission',
    });
    expect((await call('GET', 'mypermissions?permissions=EDIT_ISSUES')).status).toBe(501);
  });

  it('lets site administrators change groups, present or impersonated', async () => {
    const { call, switches } = siteOf();
    const remove = (as: typeof ADMIN) =>
      call('DELETE', 'group/user?groupId=users&accountId=sue', undefined, { as, impersonationScopes: [] });
    const add = () => call('POST', 'group/user?groupId=users', { accountId: 'sue' });
    for (const as of [APP, person('joe'), person('sue')]) {
      const { status, body } = await remove(as);
      expect([status, body]).toEqual([403, { errorMessages: [IDP_REFUSAL], errors: {} }]);
    }
    expect((await remove(ADMIN)).status).toBe(200);
    expect((await add()).status).toBe(201);
    expect((await remove(person('ada', true))).status).toBe(200);
    expect((await add()).status).toBe(201);
    switches.set('groupWriteAs', 'user-only');
    expect((await remove(person('ada', true))).status).toBe(403);
    expect((await remove(ADMIN)).status).toBe(200);
  });

  it('tells apps, and only apps, whether content is kept from them', async () => {
    const { call, switches } = siteOf();
    expect((await call('GET', 'data-policy')).status).toBe(401);
    expect((await call('GET', 'data-policy', undefined, { as: APP })).body).toEqual({ anyContentBlocked: false });
    const count = async () =>
      (await call('POST', 'search/approximate-count', { jql: 'created > "2020-01-01"' }, { as: APP })).body.count;
    expect(await count()).toBe(3);
    switches.set('anyContentBlocked', true);
    expect((await call('GET', 'data-policy', undefined, { as: APP })).body).toEqual({ anyContentBlocked: true });
    expect(await count()).toBe(1);
  });

  it('answers 501 for what it does not model, and says what', async () => {
    const { call } = siteOf();
    for (const [method, path, body, what] of [
      ['GET', 'priority', undefined, 'GET /rest/api/3/priority'],
      ['PUT', 'issue/A-1', {}, 'PUT /rest/api/3/issue/A-1'],
      ['GET', 'users/search?colour=red', undefined, "the query parameter 'colour' of GET /rest/api/3/users/search"],
      ['POST', 'search/jql', { jql: 'project = A', colour: 'red' }, "the body field 'colour'"],
      ['POST', 'search/jql', { jql: 'project = A', fields: ['summary'] }, "the issue field 'summary'"],
      ['POST', 'search/jql', { jql: 'project = A', expand: 'names' }, 'expand=names'],
      ['GET', 'user?accountId=sue&expand=everything', undefined, 'expand=everything'],
      ['GET', 'issue/A-1', undefined, "the issue field '*all'"],
    ] as const)
      expect([path, (await call(method, path, body)).body]).toEqual([
        path,
        expect.objectContaining({ notModeled: what }),
      ]);
  });
});
