/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-call: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-argument: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { APP, generated, person, siteOf } from './fixture';

const names = (body: { actors: { displayName: string }[] }) => body.actors.map(({ displayName }) => displayName);

describe('roles of projects', () => {
  it('are listed by name with their addresses, for who administers', async () => {
    const { call } = siteOf();
    const { status, body } = await call('GET', 'project/A/role');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['Administrators', 'Developers', 'Viewers', 'atlassian-addons-project-access']);
    expect(body.Administrators).toMatch(/\/rest\/api\/3\/project\/10000\/role\/10002$/);
    expect((await call('GET', 'project/10000/role')).body).toEqual(body);
    expect((await call('GET', 'project/VOID/role')).status).toBe(404);
    expect((await call('GET', 'project/A/role', undefined, { as: person('sue') })).status).toBe(404);
    expect((await call('GET', 'project/A/role/9')).status).toBe(404);
  });

  it('name their groups by id, or by name only', async () => {
    const { call, jira, switches } = siteOf();
    jira.change('group', { id: 'users', projectRoles: [{ project: 'A', role: 'Developers' }] });
    jira.change('group', { id: 'more', projectRoles: [{ project: 'B', role: 'Developers' }] });
    const groups = async () => {
      const { body } = await call('GET', 'project/A/role/10001');
      return body.actors.map(({ actorGroup }: { actorGroup: object }) => actorGroup);
    };
    expect(await groups()).toContainEqual({ displayName: 'jira-users', name: 'jira-users', groupId: 'users' });
    expect(JSON.stringify(await groups())).not.toContain('contractors');
    switches.set('groupIdsInRoles', false);
    expect(await groups()).toContainEqual({ displayName: 'jira-users', name: 'jira-users' });
  });

  it('tell that they are for administrators only where the switch says so', async () => {
    const { call, switches } = siteOf();
    expect((await call('GET', 'project/A/role/10002')).body).not.toHaveProperty('admin');
    switches.set('roleAdminFlag', true);
    expect((await call('GET', 'project/A/role/10002')).body.admin).toBe(true);
    expect((await call('GET', 'project/A/role/10001')).body.admin).toBe(false);
  });

  it('follow from names until the control call says otherwise, and outlive a restart', async () => {
    const { call, jira } = siteOf();
    const before = names((await call('GET', 'project/B/role/10002')).body);
    jira.change('group', { id: 'idp', projectRoles: [{ project: 'B', role: 'Administrators' }] });
    expect(names((await call('GET', 'project/B/role/10002')).body)).toEqual(
      [...new Set([...before, 'directory'])].sort(),
    );
    const after = siteOf();
    after.jira.restore(jira.snapshot());
    expect(names((await after.call('GET', 'project/B/role/10002')).body)).toContain('directory');
    expect(() => jira.change('group', { id: 'idp', projectRoles: [{ project: 'Z', role: 'Developers' }] })).toThrow(
      'there is no project Z',
    );
    expect(() => jira.change('group', { id: 'idp', projectRoles: [{ project: 'A', role: 'Cook' }] })).toThrow(
      'project A has no role Cook',
    );
    expect(() => jira.change('group', { id: 'idp', projectRoles: 'all' })).toThrow('must be a list');
  });

  it('are a team’s own in every fourth project of a company', async () => {
    const { call, jira } = siteOf(generated());
    const as = person(jira.siteAdministrators()[0] ?? '');
    const { body } = await call('GET', 'project/10003/role', undefined, { as });
    expect(Object.keys(body)).toEqual(['Administrator', 'Member', 'Viewer']);
    const id = body.Administrator.split('/').at(-1);
    expect((await call('GET', `project/10003/role/${id}`, undefined, { as })).body.scope).toMatchObject({
      type: 'PROJECT',
    });
  });

  it('are open to a classic scope only', async () => {
    const { call } = siteOf();
    const status = async (path: string, ...scopes: string[]) =>
      (await call('GET', path, undefined, { as: APP, channel: 'function', scopes })).status;
    for (const path of ['project/A/role', 'project/A/role/10002', 'permissionscheme']) {
      expect(await status(path, 'read:jira-work')).toBe(200);
      expect(await status(path, 'read:project-role:jira')).toBe(401);
    }
  });
});

describe('permission schemes', () => {
  it('tell their grants when asked, with the groups in them', async () => {
    const { call, switches } = siteOf();
    const schemes = async (query = '') => (await call('GET', `permissionscheme${query}`)).body.permissionSchemes;
    expect((await schemes())[0]).not.toHaveProperty('permissions');
    const confidential = async () =>
      (await schemes('?expand=permissions')).find(({ name }: { name: string }) => name === 'Confidential').permissions;
    expect(await confidential()).toContainEqual(
      expect.objectContaining({
        permission: 'BROWSE_PROJECTS',
        holder: { type: 'group', parameter: 'agents', value: 'agents' },
      }),
    );
    switches.set('groupIdsInRoles', false);
    expect(JSON.stringify(await confidential())).not.toContain('"value":"agents"');
    expect(JSON.stringify(await schemes('?expand=permissions,group'))).toContain('"groupId":"agents"');
    expect((await call('GET', 'permissionscheme', undefined, { as: person('nil') })).status).toBe(404);
  });
});
