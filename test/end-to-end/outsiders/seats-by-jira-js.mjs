// Reads with the jira.js client, which is an ES module and runs in a process of its own, who holds which seat through the groups
// named, and prints it: person, application, groups. Knows nothing of this app.
import { createCloudClient } from 'jira.js/cloud';

const [host, email, ...groupIds] = process.argv.slice(2);
const client = createCloudClient({ host, auth: { type: 'basic', email, apiToken: 'any' }, onSchemaMismatch: 'throw' });

async function membersOf(groupId) {
  const members = [];
  for (let isLast = false; !isLast;) {
    const page = await client.groups.getUsersFromGroup({ groupId, startAt: members.length, maxResults: 50 });
    members.push(...page.values);
    isLast = page.isLast || page.values.length === 0;
  }
  return members;
}

const roles = await client.applicationRoles.getAllApplicationRoles();
const seats = new Map();
for (const groupId of groupIds) {
  const given = roles.filter(({ groupDetails }) => groupDetails.some((group) => group.groupId === groupId));
  for (const { accountId, accountType, active } of await membersOf(groupId)) {
    if (!active || accountType !== 'atlassian') continue;
    for (const { key } of given) {
      const seat = `${accountId} ${key}`;
      seats.set(seat, [...(seats.get(seat) ?? []), groupId]);
    }
  }
}
const groupsOf = Object.fromEntries([...seats].map(([seat, groups]) => [seat, groups.sort()]));
console.log(JSON.stringify(groupsOf));
