// The jira.js client is an ES module, which the test runner does not load: it runs here, in a process of its own, and
// prints what it read. Every answer has passed the client's own schema by then, or the process fails.
import { createCloudClient } from 'jira.js/cloud';

const [host, email, groupId, accountId] = process.argv.slice(2);
const client = createCloudClient({ host, auth: { type: 'basic', email, apiToken: 'any' }, onSchemaMismatch: 'throw' });

/** Reads every page of a startAt/maxResults operation. */
async function everyPage(read) {
  const values = [];
  for (;;) {
    const page = await read(values.length);
    values.push(...page.values);
    if (page.isLast || page.values.length === 0) return values;
  }
}

async function everyIssue(jql, rest) {
  const issues = [];
  let nextPageToken;
  do {
    const page = await client.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql, nextPageToken, ...rest });
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return issues;
}

const statusOf = (call) =>
  call.then(
    () => 200,
    (error) => error.status ?? error.statusCode ?? String(error),
  );

const roles = await client.applicationRoles.getAllApplicationRoles();
const role = await client.applicationRoles.getApplicationRole({ key: 'jira-software' });
const picked = await client.groups.findGroups({ query: 'jira' });
const membersOf = () =>
  everyPage((startAt) =>
    client.groups.getUsersFromGroup({ groupId, startAt, maxResults: 20, includeInactiveUsers: true }),
  );
const members = await membersOf();
const users = await client.users.getAllUsers({ maxResults: 1000 });
const groupsOfUser = await client.users.getUserGroups({ accountId });
const me = await client.myself.getCurrentUser({ expand: 'groups,applicationRoles' });
const found = await client.userSearch.findUsers({ accountId });
const audit = await client.auditRecords.getAuditRecords({ limit: 25, from: '2020-01-01T00:00:00.000Z' });
const bare = await everyIssue('created >= "2020-01-01" ORDER BY created ASC', { maxResults: 150 });
const fields = ['creator', 'created', 'updated', 'project', 'comment', 'worklog'];
const full = await everyIssue('updated >= -90d ORDER BY updated DESC', {
  fields,
  expand: 'changelog',
  maxResults: 100,
});
const count = await client.issueSearch.countIssues({ jql: 'updated >= -90d' });
const keys = full.slice(0, 40).map(({ key }) => key);
const bulk = await client.issues.getBulkChangelogs({ issueIdsOrKeys: keys });
const single = await client.issues.getChangeLogs({ issueIdOrKey: keys[0] });
const comments = await client.issueComments.getComments({ issueIdOrKey: keys[0] });
const changed = await client.issueWorklogs.getIdsOfWorklogsModifiedSince({ since: 0 });
const ids = changed.values.map(({ worklogId }) => worklogId).slice(0, 1000);
const worklogs = await client.issueWorklogs.getWorklogsForIds({ ids });
const permissions = await client.permissions.getMyPermissions({ permissions: 'ADMINISTER,USER_PICKER' });
const issueIds = full.slice(0, 3).map(({ id }) => Number(id));
const seen = await client.permissions.getBulkPermissions({
  accountId,
  globalPermissions: ['USER_PICKER'],
  projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: issueIds }],
});
const mailed = await statusOf(
  client.issues.notify({
    issueIdOrKey: keys[0],
    subject: 'Your seat',
    textBody: 'Do you still need it?',
    to: { users: [{ accountId }] },
  }),
);
const projects = await everyPage((startAt) => client.projects.searchProjects({ startAt, maxResults: 2 }));
const projectRoles = [];
for (const { id, key } of projects) {
  const addresses = await client.projectRoles.getProjectRoles({ projectIdOrKey: id });
  for (const address of Object.values(addresses)) {
    const roleId = Number(address.split('/').at(-1));
    const { name, actors } = await client.projectRoles.getProjectRole({ projectIdOrKey: id, id: roleId });
    projectRoles.push({
      key,
      name,
      groups: actors.flatMap(({ actorGroup }) => (actorGroup ? [actorGroup.groupId] : [])),
    });
  }
}
const { permissionSchemes } = await client.permissionSchemes.getAllPermissionSchemes({ expand: 'permissions,group' });
const removed = await statusOf(client.groups.removeUserFromGroup({ groupId, accountId }));
const afterRemoval = (await membersOf()).map((member) => member.accountId);
const added = await client.groups.addUserToGroup({ groupId, accountId });
const again = await statusOf(client.groups.addUserToGroup({ groupId, accountId }));
const afterAdding = (await membersOf()).map((member) => member.accountId);

console.log(
  JSON.stringify({
    roles: roles.map(({ key }) => key),
    role: role.key,
    picked: picked.groups.length,
    members: members.map((member) => member.accountId),
    users: users.length,
    groupsOfUser: groupsOfUser.map((group) => group.groupId),
    me: me.accountId,
    found: found.length,
    audit: { records: audit.records.length, total: audit.total },
    bare: bare.map(({ id }) => id),
    full: full.map(({ id }) => id),
    count: count.count,
    bulk: bulk.issueChangeLogs.length,
    single: single.values.length,
    comments: comments.comments.length,
    worklogs: { ids: ids.length, read: worklogs.length },
    administers: permissions.permissions.ADMINISTER.havePermission,
    sees: { global: seen.globalPermissions, ids: issueIds, granted: seen.projectPermissions },
    mailed,
    projects: projects.map(({ key }) => key),
    projectRoles,
    schemes: permissionSchemes.map(({ name, permissions }) => ({
      name,
      groups: permissions.flatMap(({ holder }) => (holder.type === 'group' ? [holder.value] : [])),
    })),
    removed,
    afterRemoval,
    added: added.groupId,
    again,
    afterAdding,
  }),
);
