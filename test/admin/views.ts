import type { JiraGroupView, ProfileView } from '../../src/shared/contract';

export const NOW = Date.parse('2026-11-02T09:00:00.000Z');
const AT = '2026-10-01T00:00:00.000Z';

/** A saved draft as the server shows it. */
export function profile(change: Partial<ProfileView> = {}): ProfileView {
  return {
    id: 'p1',
    revision: 1,
    displayName: 'Jira integration',
    status: 'Draft',
    profileType: 'Jira Subscription',
    downloadSubscriptions: true,
    downloadActivity: true,
    analyzeFrom: '2026-09-10T00:00:00.000Z',
    reclaim: true,
    groupIds: ['seat'],
    reclaimOperator: null,
    connection: 'sn_jira_spoke.jira_subscription_activity_reclaim',
    connectionUrl: 'https://api.atlassian.com/ex/jira/cloud',
    connectionName: 'Jira integration connection',
    connectionKind: 'parent',
    operator: null,
    reclaimLock: null,
    validation: null,
    canPublish: false,
    createdAt: AT,
    updatedAt: AT,
    publishedAt: null,
    ...change,
  };
}

/** A group that gives a seat of Jira. */
export function group(change: Partial<JiraGroupView> = {}): JiraGroupView {
  return {
    id: 'seat',
    name: 'jira-users',
    roles: ['jira-software'],
    defaultFor: [],
    access: 'user',
    externallyManaged: false,
    managedBecause: null,
    returnedPeople: 0,
    preselected: false,
    ...change,
  };
}
