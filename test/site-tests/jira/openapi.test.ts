/* eslint @typescript-eslint/no-unsafe-argument: "off" -- answers have every shape, and the assertions check it */
import { readFileSync } from 'node:fs';
import { SCOPES } from '../../site/jira';
import { checkExchanges } from '../../site/jira/openapi-checker';
import { OpenApiDocument } from '../../site/jira/openapi-document';
import { allOperations } from '../../site/jira/operations';
import { checkAgainstDocument, DOCUMENT } from './document';
import { ADMIN, APP, generated, person, recorded, siteOf } from './fixture';

/** Operations whose scopes the document leaves out, with what the site asks for instead. */
const SCOPES_NOT_IN_DOCUMENT: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'POST /rest/api/3/permissions/check': [['read:jira-work'], ['read:permission:jira']],
  'GET /rest/api/3/data-policy': [['read:jira-work']],
  'GET /rest/api/3/project/{projectIdOrKey}/role': [['read:jira-work']],
  'GET /rest/api/3/project/{projectIdOrKey}/role/{id}': [['read:jira-work']],
  'GET /rest/api/3/permissionscheme': [['read:jira-work']],
  // https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-post
  'POST /rest/api/3/group': [
    ['manage:jira-configuration'],
    ['read:group:jira', 'read:user:jira', 'write:group:jira', 'read:avatar:jira'],
  ],
};

describe('the table of scopes', () => {
  it('has an entry for every operation of the site, and no other', () => {
    const modeled = allOperations().map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(SCOPES).sort()).toEqual(modeled.sort());
  });

  const withDocument = DOCUMENT === undefined ? it.skip : it;
  withDocument('says what Atlassian’s OpenAPI document says (needs JIRA_OPENAPI)', () => {
    const document = new OpenApiDocument(JSON.parse(readFileSync(DOCUMENT ?? '', 'utf8')));
    const sorted = (sets: readonly (readonly string[])[]) =>
      sets.map((set) => [...set].sort().join(' ')).filter((set) => set !== '');
    for (const [name, sets] of Object.entries(SCOPES)) {
      const operation = document.operations.find((candidate) => candidate.name === name);
      const expected = SCOPES_NOT_IN_DOCUMENT[name] ?? operation?.scopes;
      expect([name, sorted(sets)]).toEqual([name, sorted(expected ?? [['not in the document']])]);
    }
  });
});

describe('every operation of the site', () => {
  const { call, jira, data } = siteOf();
  const tour: readonly (readonly [method: string, path: string, body?: unknown])[] = [
    ['GET', 'applicationrole'],
    ['GET', 'applicationrole/jira-servicedesk'],
    ['GET', 'applicationrole/void'],
    ['GET', 'group/bulk?maxResults=2'],
    ['GET', 'group/bulk?accessType=void'],
    ['GET', 'groups/picker?query=jira&excludeId=users&maxResults=5'],
    ['GET', 'group/member?groupId=users&includeInactiveUsers=true&maxResults=2'],
    ['GET', 'group/member?groupId=void'],
    ['GET', 'users/search?maxResults=100'],
    ['GET', 'users'],
    ['GET', 'user?accountId=sue&expand=groups,applicationRoles'],
    ['GET', 'user?accountId=void'],
    ['GET', 'user/bulk?accountId=sue&accountId=tim'],
    ['GET', 'user/groups?accountId=sue'],
    ['GET', 'user/search?query=s'],
    ['GET', 'user/permission/search?permissions=ADMINISTER&query=a'],
    ['GET', 'myself?expand=groups,applicationRoles'],
    ['GET', 'mypermissions?permissions=ADMINISTER,BROWSE_PROJECTS'],
    ['POST', 'permissions/check', { globalPermissions: ['ADMINISTER'] }],
    [
      'POST',
      'permissions/check',
      {
        accountId: 'sue',
        projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [10000, 9], projects: [10000] }],
      },
    ],
    ['GET', 'project/A/role'],
    ['GET', 'project/A/role/10002?excludeInactiveUsers=true'],
    ['GET', 'permissionscheme?expand=all'],
    ['GET', 'auditing/record?from=2026-01-01T00:00:00.000%2B0000&limit=10'],
    [
      'POST',
      'search/jql',
      { jql: 'project = A', fields: ['created', 'creator', 'comment', 'worklog', 'project'], expand: 'changelog' },
    ],
    ['GET', 'search/jql?jql=project%20%3D%20A&fields=key,created&maxResults=1'],
    ['POST', 'search/jql', { jql: 'x = 1' }],
    ['POST', 'search/approximate-count', { jql: 'project = A' }],
    ['POST', 'jql/match', { issueIds: [10000], jqls: ['project = A'] }],
    ['POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['A-1', 'A-2'], maxResults: 1 }],
    ['GET', 'issue/A-1?fields=created,security&expand=changelog'],
    ['GET', 'issue/A-1/changelog'],
    ['GET', 'issue/A-1/comment'],
    ['POST', 'comment/list', { ids: [1, 2] }],
    ['POST', 'issue/A-1/notify', { subject: 's', textBody: 't', to: { users: [{ accountId: 'sue' }] } }],
    ['POST', 'issue/A-1/notify', { to: { users: [{ accountId: 'void' }] } }],
    ['GET', 'worklog/updated?since=0'],
    ['POST', 'worklog/list', { ids: [21] }],
    ['GET', 'serverInfo'],
    ['GET', 'instance/license'],
    ['GET', 'license/approximateLicenseCount'],
    ['GET', 'license/approximateLicenseCount/product/jira-software'],
    ['GET', 'project/search?keys=A'],
    ['GET', 'component?projectIdsOrKeys=A'],
    ['GET', 'filter/search'],
    ['GET', 'dashboard/search'],
    ['GET', 'issuesecurityschemes'],
    ['POST', 'group', { name: 'new' }],
    ['DELETE', 'group/user?groupId=users&accountId=sue'],
    ['POST', 'group/user?groupId=users', { accountId: 'sue' }],
    ['POST', 'group/user?groupId=users', { accountId: 'sue' }],
  ];

  it('answers', async () => {
    for (const [method, path, body] of tour) expect((await call(method, path, body)).status).toBeLessThan(500);
    expect((await call('GET', 'data-policy', undefined, { as: APP })).status).toBe(200);
    for (const as of [APP, person('nil'), { kind: 'anonymous' } as const])
      for (const [method, path, body] of tour) await call(method, path, body, { as });
    expect(data.issues.rows).toBe(4);
    const called = new Set(recorded(jira).map(({ method, url }) => `${method} ${url.split('?')[0]}`));
    for (const { method, path } of allOperations()) {
      const pattern = new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      expect([path, [...called].some((name) => pattern.test(name))]).toEqual([path, true]);
    }
  });

  checkAgainstDocument(() => recorded(jira));
});

describe('the checker', () => {
  const exchange = {
    n: 1,
    at: '',
    principal: 'app',
    channel: 'http',
    method: 'GET',
    requestBody: undefined,
    points: 0,
    jiraStatus: 200,
    fault: false,
  } as const;
  const withDocument = DOCUMENT === undefined ? it.skip : it;

  withDocument('finds what does not fit (needs JIRA_OPENAPI)', () => {
    const check = (url: string, status: number, responseBody: unknown) =>
      checkExchanges(DOCUMENT ?? '', [{ ...exchange, url: `/rest/api/3/${url}`, status, responseBody }]).length;
    expect(check('users', 200, [{ accountId: 'a', active: true, extra: 1 }])).toBe(0);
    expect(check('users', 200, [{ accountId: 'a', active: 'yes' }])).toBe(1);
    expect(check('users', 200, { values: [] })).toBe(1);
    expect(check('users?color=red', 200, [])).toBe(1);
    expect(check('users?startAt=one', 200, [])).toBe(1);
    expect(check('user/groups', 200, [])).toBe(1); // accountId is missing
    expect(check('users', 418, {})).toBe(1);
    expect(check('teapots', 200, {})).toBe(1);
  });

  withDocument('finds nothing in a walk over a generated site (needs JIRA_OPENAPI)', async () => {
    const { call, jira, data } = siteOf(generated());
    const as = person(jira.siteAdministrators()[0] ?? ADMIN.kind);
    for (const { id } of data.groups) await call('GET', `group/member?groupId=${id}`, undefined, { as });
    await call(
      'POST',
      'search/jql',
      {
        jql: 'created >= -900d',
        maxResults: 100,
        fields: ['creator', 'created', 'updated', 'comment', 'worklog'],
        expand: 'changelog',
      },
      { as },
    );
    await call('GET', 'auditing/record', undefined, { as });
    expect(checkExchanges(DOCUMENT ?? '', recorded(jira))).toEqual([]);
  });
});
