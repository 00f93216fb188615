/** Scopes that open an operation: all of one set. The first set is the classic one, the second the granular one. */
export type ScopeSets = readonly (readonly string[])[];

const ADMIN = 'manage:jira-configuration';
const WORK = 'read:jira-work';
const USER = 'read:jira-user';

const jira = (names: string): string[] =>
  names.split(' ').map((name) => `${name.includes(':') ? name : `read:${name}`}:jira`);
const sets = (classic: string, granular: string): ScopeSets => [[classic], jira(granular)];

const PERSON = 'application-role group user avatar';
const ANY_USERS = sets(USER, 'user application-role avatar group');
const ROLES = sets(ADMIN, 'application-role');
const LICENSE = sets(ADMIN, 'license');

/**
 * Scopes by operation, as the `x-atlassian-oauth2-scopes` of Atlassian's OpenAPI document lists them
 * (`openapi.test.ts` compares the two). An operation with no sets needs no scope.
 */
export const SCOPES: Readonly<Record<string, ScopeSets>> = {
  'GET /rest/api/3/applicationrole': ROLES,
  'GET /rest/api/3/applicationrole/{key}': ROLES,
  'GET /rest/api/3/group/bulk': sets(USER, 'group'),
  'GET /rest/api/3/groups/picker': sets(USER, 'group'),
  'GET /rest/api/3/group/member': sets(ADMIN, 'group user avatar'),
  'POST /rest/api/3/group': sets(ADMIN, 'write:group group user avatar'),
  'DELETE /rest/api/3/group/user': sets(ADMIN, 'write:group'),
  'POST /rest/api/3/group/user': sets(ADMIN, 'write:group avatar group user'),
  'GET /rest/api/3/users/search': ANY_USERS,
  'GET /rest/api/3/users': ANY_USERS,
  'GET /rest/api/3/user': sets(USER, PERSON),
  'GET /rest/api/3/user/bulk': sets(USER, PERSON),
  'GET /rest/api/3/user/groups': sets(USER, 'group'),
  'GET /rest/api/3/user/search': sets(USER, 'user user.property application-role avatar group'),
  'GET /rest/api/3/user/permission/search': sets(USER, 'issue project user application-role avatar group'),
  'GET /rest/api/3/auditing/record': sets(ADMIN, 'audit-log user'),
  'POST /rest/api/3/search/jql': sets(WORK, 'issue-details field.default-value field.option field group'),
  'GET /rest/api/3/search/jql': sets(WORK, 'issue-details audit-log avatar field-configuration issue-meta'),
  'POST /rest/api/3/search/approximate-count': sets(WORK, 'issue-details field.default-value field.option field group'),
  'POST /rest/api/3/changelog/bulkfetch': sets(WORK, 'issue-meta avatar issue.changelog'),
  'GET /rest/api/3/issue/{issueIdOrKey}': sets(
    WORK,
    'issue-meta issue-security-level issue.vote issue.changelog avatar issue status user field-configuration',
  ),
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': sets(WORK, 'issue-meta avatar issue.changelog'),
  'GET /rest/api/3/issue/{issueIdOrKey}/comment': sets(
    WORK,
    'comment comment.property group project project-role user avatar',
  ),
  'POST /rest/api/3/issue/{issueIdOrKey}/notify': sets('write:jira-work', 'send:notification'),
  'POST /rest/api/3/comment/list': sets(
    WORK,
    'delete:comment.property avatar comment group project-role user comment.property project',
  ),
  'GET /rest/api/3/worklog/updated': sets(WORK, 'issue-worklog issue-worklog.property'),
  'POST /rest/api/3/worklog/list': sets(
    WORK,
    'comment group issue-worklog issue-worklog.property project-role user avatar',
  ),
  'GET /rest/api/3/myself': sets(USER, PERSON),
  'GET /rest/api/3/mypermissions': sets(WORK, 'permission'),
  // The document lists no classic scope; the announced change of 2024-06-15 asks for read:jira-work.
  'POST /rest/api/3/permissions/check': sets(WORK, 'permission'),
  'GET /rest/api/3/serverInfo': [],
  'GET /rest/api/3/instance/license': LICENSE,
  'GET /rest/api/3/license/approximateLicenseCount': LICENSE,
  'GET /rest/api/3/license/approximateLicenseCount/product/{applicationKey}': LICENSE,
  'POST /rest/api/3/jql/match': sets(WORK, 'issue-details'),
  // The document lists no scopes; the operation's own page names read:jira-work.
  'GET /rest/api/3/data-policy': [[WORK]],
  'GET /rest/api/3/project/search': sets(
    WORK,
    'issue-type project project.property user application-role avatar group issue-type-hierarchy project-category ' +
      'project-version project.component',
  ),
  // Of the next three only the classic scope is known for sure: copies of their pages cut the list of granular ones.
  'GET /rest/api/3/project/{projectIdOrKey}/role': [[WORK]],
  'GET /rest/api/3/project/{projectIdOrKey}/role/{id}': [[WORK]],
  'GET /rest/api/3/permissionscheme': [[WORK]],
  'GET /rest/api/3/component': sets(WORK, 'project project.component user application-role avatar group'),
  'GET /rest/api/3/filter/search': sets(
    WORK,
    'filter group project project-role user jql application-role avatar issue-type-hierarchy',
  ),
  'GET /rest/api/3/dashboard/search': sets(
    WORK,
    'dashboard group project project-role user application-role avatar issue-type-hierarchy issue-type ' +
      'project-category project-version project.component',
  ),
  'GET /rest/api/3/issuesecurityschemes': sets('manage:jira-project', 'issue-security-level issue-security-scheme'),
};

/** Whether a token with these scopes opens the operation. */
export function opens(needed: ScopeSets, granted: readonly string[] | 'all'): boolean {
  if (granted === 'all' || needed.length === 0) return true;
  return needed.some((set) => set.every((scope) => granted.includes(scope)));
}
