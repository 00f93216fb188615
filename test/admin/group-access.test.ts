import { JiraRefusal } from '../../static/admin/src/api/jira-refusal';
import { readPermissionSchemes, type PermissionScheme } from '../../static/admin/src/api/permission-schemes';
import { readProjects, readRolesOf, type RolesOfProject } from '../../static/admin/src/api/project-roles';
import { accessOf, lonelyProjects } from '../../static/admin/src/features/removal-candidates/group-access/access-of';
import { accessInWords } from '../../static/admin/src/features/removal-candidates/group-access/access-words';
import { createFormat } from '../../static/admin/src/components/format';

const USERS = { id: 'g-users', name: 'jira-users' };
const GUESTS = { id: 'g-guests', name: 'guests' };
const ADMINS = { id: 'g-admins', name: 'admins' };
const project = (key: string) => ({ id: `id-${key}`, key, name: key });
const format = createFormat({ accountId: 'a', locale: 'en-US', timeZone: 'UTC' });

type Group = { readonly id: string | null; readonly name: string };
const role = (name: string, groups: readonly Group[], others = 0, isAdministrators = false) => ({
  roleId: name,
  name,
  isAdministrators,
  groups,
  actors: groups.length + others,
});
const roles = (key: string, list: readonly ReturnType<typeof role>[], isWhole = true): RolesOfProject => ({
  project: project(key),
  roles: list,
  isWhole,
});
const scheme = (fields: Partial<PermissionScheme>): PermissionScheme => ({
  name: 'Default',
  toGroups: [],
  toRoles: [],
  ...fields,
});

describe('what a group gives', () => {
  const read = [
    roles('WEB', [role('Developers', [USERS, GUESTS]), role('Administrators', [ADMINS])]),
    roles('APP', [role('Developers', [{ id: null, name: 'jira-users' }])]),
    // A group of that name, but another one: groups can be renamed.
    roles('OPS', [role('Developers', [{ id: 'g-old', name: 'jira-users' }]), role('Viewers', [USERS])]),
  ];

  it('is found by id, and by name only where no id is told', () => {
    const access = accessOf(USERS, read, []);
    expect(access.roles.map(({ name, projects }) => [name, projects.map(({ key }) => key)])).toEqual([
      ['Developers', ['WEB', 'APP']],
      ['Viewers', ['OPS']],
    ]);
  });

  it('counts permission schemes that name it, with what they grant', () => {
    const schemes = [
      scheme({ toGroups: [{ permission: 'BROWSE_PROJECTS', group: USERS }] }),
      scheme({ name: 'Other', toGroups: [{ permission: 'EDIT_ISSUES', group: GUESTS }] }),
    ];
    const access = accessOf(USERS, read, schemes);
    expect(access.schemes).toEqual([{ name: 'Default', permissions: ['BROWSE_PROJECTS'] }]);
    expect(accessInWords(access, format)).toBe(
      'Developers in 2 projects, Viewers in 1 project; permission scheme Default: Browse projects',
    );
  });
});

describe('projects that nobody else administers', () => {
  const lonely = (read: readonly RolesOfProject[], schemes: readonly PermissionScheme[] = []) =>
    lonelyProjects([USERS, GUESTS], read, schemes).map(({ project: { key }, groups }) => `${key}: ${groups.join()}`);

  it.each([
    ['one group', [role('Administrators', [USERS])], ['P: jira-users']],
    ['both groups, which both are left', [role('Administrators', [USERS, GUESTS])], ['P: guests,jira-users']],
    ['in a project of a team', [role('Administrator', [USERS])], ['P: jira-users']],
    ['in another language, where Jira marks the role', [role('Verwalter', [USERS], 0, true)], ['P: jira-users']],
    ['another group too', [role('Administrators', [USERS, ADMINS])], []],
    ['a person too', [role('Administrators', [USERS], 1)], []],
    ['somebody in a second role', [role('Administrators', [USERS]), role('Leads', [ADMINS], 0, true)], []],
    ['nobody at all', [role('Administrators', [])], []],
    ['another role only', [role('Developers', [USERS])], []],
  ])('%s', (_name, list, expected) => {
    expect(lonely([roles('P', list)])).toEqual(expected);
  });

  it('are recognized by what permission schemes grant to a role', () => {
    const schemes = [scheme({ toRoles: [{ permission: 'ADMINISTER_PROJECTS', roleId: 'Verwalter' }] })];
    expect(lonely([roles('P', [role('Verwalter', [USERS])])], schemes)).toEqual(['P: jira-users']);
  });

  it('are never told of a project that was read in part', () => {
    expect(lonely([roles('P', [role('Administrators', [USERS])], false)])).toEqual([]);
  });
});

/** A Jira that answers by path; what it does not know it refuses. */
const jira = (answers: Readonly<Record<string, unknown>>) => (path: string) =>
  path in answers ? Promise.resolve(answers[path]) : Promise.reject(new JiraRefusal(404, path));

describe('reading projects and their roles', () => {
  const at = (startAt: number) => `/rest/api/3/project/search?startAt=${startAt}&maxResults=100&orderBy=key`;
  const ROLE = '/rest/api/3/project/id-WEB/role';
  const actor = { type: 'atlassian-group-role-actor', actorGroup: { name: 'jira-users', groupId: 'g-users' } };

  it('follows pages of any length to the end', async () => {
    const ask = jira({
      [at(0)]: { values: [project('A'), project('B')], isLast: false },
      [at(2)]: { values: [{ id: 'id-C', key: 'C' }], isLast: true },
    });
    expect((await readProjects(ask)).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    await expect(readProjects(jira({ [at(0)]: {} }))).rejects.toThrow('no list of projects');
  });

  it('tells who acts in which role', async () => {
    const ask = jira({
      [ROLE]: { Administrators: `https://site${ROLE}/10002` },
      [`${ROLE}/10002`]: { name: 'Administrators', admin: true, actors: [actor, { actorUser: { accountId: 'a' } }] },
    });
    const groups = [{ id: 'g-users', name: 'jira-users' }];
    expect(await readRolesOf(ask, project('WEB'))).toEqual({
      project: project('WEB'),
      roles: [{ roleId: '10002', name: 'Administrators', isAdministrators: true, groups, actors: 2 }],
      isWhole: true,
    });
  });

  it.each([
    ['the list is refused', {}],
    ['a role is refused', { [ROLE]: { A: `${ROLE}/1` } }],
    ['an address has another form', { [ROLE]: { A: 'elsewhere' } }],
    ['a role tells no actors', { [ROLE]: { A: `${ROLE}/1` }, [`${ROLE}/1`]: { name: 'A' } }],
    ['a group has no name', { [ROLE]: { A: `${ROLE}/1` }, [`${ROLE}/1`]: { name: 'A', actors: [{ actorGroup: {} }] } }],
  ])('knows that it does not know when %s', async (_name, answers) => {
    expect(await readRolesOf(jira(answers), project('WEB'))).toMatchObject({ roles: [], isWhole: false });
  });
});

describe('reading permission schemes', () => {
  const path = '/rest/api/3/permissionscheme?expand=permissions,group';
  const read = (holder: object) =>
    readPermissionSchemes(
      jira({ [path]: { permissionSchemes: [{ name: 'S', permissions: [{ permission: 'P', holder }] }] } }),
    );

  it.each([
    ['an id', { type: 'group', parameter: 'n', value: 'g' }, { id: 'g', name: 'n' }],
    ['an expanded group', { type: 'group', parameter: 'n', group: { groupId: 'g' } }, { id: 'g', name: 'n' }],
    ['a name only', { type: 'group', parameter: 'n' }, { id: null, name: 'n' }],
  ])('takes a group by %s', async (_name, holder, group) => {
    expect((await read(holder))[0]?.toGroups).toEqual([{ permission: 'P', group }]);
  });

  it('takes roles, leaves other holders out, and refuses to guess', async () => {
    expect((await read({ type: 'projectRole', value: '7' }))[0]?.toRoles).toEqual([{ permission: 'P', roleId: '7' }]);
    expect((await read({ type: 'applicationRole' }))[0]).toEqual({ name: 'S', toGroups: [], toRoles: [] });
    await expect(read({ type: 'group' })).rejects.toThrow('neither id nor name');
    await expect(readPermissionSchemes(jira({}))).rejects.toThrow(JiraRefusal);
  });
});
