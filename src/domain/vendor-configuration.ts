/** What one process of the integration needs from Jira: the role of whoever acts, and the scopes of the manifest. */
export interface VendorProcess {
  readonly process: 'Download subscriptions' | 'Calculate activity' | 'Reclaim subscriptions';
  readonly subflow: string;
  /** What it reads or changes, in plain words. */
  readonly reads: string;
  readonly jiraRole: string;
  readonly scopes: readonly NeededScope[];
}

export interface NeededScope {
  readonly scope: string;
  readonly reason: string;
}

const PEOPLE: readonly NeededScope[] = [
  { scope: 'read:group:jira', reason: 'List groups and their members.' },
  { scope: 'read:user:jira', reason: 'See whether an account is active and a person.' },
  { scope: 'read:avatar:jira', reason: 'Jira demands it wherever people are read.' },
];

/** The scopes of the original integration (S03–S07, S12), and those that go beyond it (S13), each with its reason. */
export const VENDOR_CONFIGURATION: readonly VendorProcess[] = [
  {
    process: 'Download subscriptions',
    subflow: 'Jira Download Subscriptions',
    reads: 'Applications, the groups that give their seats, and the members of the groups you select.',
    jiraRole: 'Administer Jira (held by the app’s own user)',
    scopes: [
      { scope: 'read:application-role:jira', reason: 'Know which groups give a seat of which application.' },
      ...PEOPLE,
    ],
  },
  {
    process: 'Calculate activity',
    subflow: 'Jira Update User Activity',
    reads: 'Who created, changed and commented on work items, logged work or administered Jira, and when. No texts.',
    jiraRole:
      'Administer Jira for the audit log; Browse projects and issue-level security for work items (held by the app’s own user)',
    scopes: [
      { scope: 'read:audit-log:jira', reason: 'Read who administered Jira.' },
      { scope: 'read:issue-details:jira', reason: 'Search work items.' },
      { scope: 'read:field-configuration:jira', reason: 'Jira demands it for searching work items.' },
      { scope: 'read:issue-meta:jira', reason: 'Jira demands it for searching work items and reading their changes.' },
      { scope: 'read:user:jira', reason: 'Know whose activity it was.' },
      { scope: 'read:avatar:jira', reason: 'Jira demands it wherever people are read.' },
      { scope: 'read:jira-work', reason: 'Receive events when people work or view, and read comments and worklogs.' },
    ],
  },
  {
    process: 'Reclaim subscriptions',
    subflow: 'Jira Reclaim Subscription',
    reads: 'Changes members of the groups you select, and of no others.',
    jiraRole: 'Site administration: you when you click, or the reclaim operator in the background',
    scopes: [
      { scope: 'write:group:jira', reason: 'Remove people from groups, and put them back.' },
      { scope: 'send:notification:jira', reason: 'Mail people who are asked before their seat is taken back.' },
      ...PEOPLE,
    ],
  },
];

/** What the app itself needs, whatever the processes. */
export const APP_SCOPES: readonly NeededScope[] = [
  { scope: 'read:permission:jira', reason: 'Ask Jira, at every operation, what you may do.' },
  { scope: 'report:personal-data', reason: 'Learn from Atlassian whose account was closed, and erase them.' },
  { scope: 'storage:app', reason: 'Keep profiles, subscriptions and evidence in the app’s own storage.' },
];
