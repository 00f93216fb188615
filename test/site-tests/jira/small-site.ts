/** A site small enough to know by heart; simulated time starts at its newest event, 2026-03-31T12:00:00Z. */
const LINES: readonly object[] = [
  { kind: 'site', cloudId: 'cloud-1', name: 'small', timeZone: 'Europe/Amsterdam', plan: 'standard' },
  {
    kind: 'role',
    key: 'jira-software',
    name: 'Jira',
    seats: 6,
    groups: ['users', 'more', 'idp', 'org'],
    defaultGroups: ['users'],
  },
  {
    kind: 'role',
    key: 'jira-servicedesk',
    name: 'Service',
    seats: null,
    groups: ['agents'],
    defaultGroups: ['agents'],
  },
  group('users', 'jira-users', 'user'),
  group('more', 'contractors', 'user'),
  { ...group('idp', 'directory', 'user'), managed: 'idp' },
  group('agents', 'agents', 'user'),
  group('admins', 'jira-administrators', 'admin'),
  group('org', 'org-admins', 'site-admin'),
  group('readers', 'readers', 'none'),
  user('ada', ['org', 'users']),
  user('abe', ['org', 'users']),
  user('joe', ['admins', 'users']),
  user('sue', ['users', 'more']),
  { ...user('tim', ['more']), email: null },
  user('ida', ['idp']),
  { ...user('old', ['users']), active: false },
  user('nil', ['readers']),
  { ...user('bot', ['users']), accountType: 'app' },
  { ...user('cus', []), accountType: 'customer' },
  issue('A-1', 'sue', '2026-01-10T10:00:00Z', {
    comments: [
      { id: '1', author: 'tim', created: '2026-01-11T10:00:00Z', updated: '2026-03-01T10:00:00Z', updateAuthor: 'joe' },
    ],
    histories: [
      { id: '11', author: 'sue', created: '2026-01-12T10:00:00Z' },
      { id: '12', author: 'ada', created: '2026-02-12T10:00:00Z' },
    ],
  }),
  issue('A-2', 'tim', '2026-02-01T10:00:00Z', {
    worklogs: [
      {
        id: '21',
        author: 'sue',
        created: '2026-03-20T10:00:00Z',
        started: '2026-02-20T10:00:00Z',
        updated: '2026-03-20T10:00:00Z',
      },
    ],
    comments: [{ id: '2', author: null, created: '2026-02-02T10:00:00Z', updated: '2026-02-02T10:00:00Z' }],
  }),
  { ...issue('B-1', 'ida', '2026-03-01T10:00:00Z', {}), security: true },
  { ...issue('B-2', null, '2026-03-31T12:00:00Z', {}) },
  {
    kind: 'audit',
    id: '1',
    created: '2026-03-01T08:00:00Z',
    author: 'joe',
    category: 'workflows',
    summary: 'Workflow updated',
    object: { type: 'WORKFLOW', id: '5', name: 'Simple' },
  },
  {
    kind: 'audit',
    id: '2',
    created: '2026-03-02T08:00:00Z',
    author: 'ada',
    category: 'group management',
    summary: 'User added to group',
    object: { type: 'USER', id: 'sue', name: 'sue' },
    group: 'more',
  },
  { kind: 'view', issue: 'A-1', by: 'nil', at: '2026-04-02T10:00:00Z' },
];

function group(id: string, name: string, access: string) {
  return { kind: 'group', id, name, managed: 'local', access };
}

function user(accountId: string, groups: string[]) {
  const email = `${accountId}@small.example`;
  const displayName = `${accountId.toUpperCase()} Person`;
  return {
    kind: 'user',
    accountId,
    displayName,
    email,
    accountType: 'atlassian',
    active: true,
    created: '2025-01-01T00:00:00Z',
    groups,
  };
}

function issue(key: string, creator: string | null, created: string, rest: object) {
  return {
    kind: 'issue',
    key,
    project: key.split('-')[0],
    created,
    creator,
    comments: [],
    histories: [],
    worklogs: [],
    ...rest,
  };
}

export const SMALL_SITE = LINES.map((line) => JSON.stringify(line)).join('\n');

/** The small site with one line replaced, or added at the end. */
export function withLine(index: number | 'end', line: object | string): string {
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  const lines = SMALL_SITE.split('\n');
  if (index === 'end') lines.push(text);
  else lines[index] = text;
  return lines.join('\n');
}
