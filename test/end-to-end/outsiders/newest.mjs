// Reads with the jira.js client, which is an ES module and runs in a process of its own, everything that happened on the work
// items updated since a day, and prints when each of the people named was last seen. Knows nothing of this app.
import { createCloudClient } from 'jira.js/cloud';

const [host, email, since, ...people] = process.argv.slice(2);
const client = createCloudClient({ host, auth: { type: 'basic', email, apiToken: 'any' }, onSchemaMismatch: 'throw' });

const newest = new Map(people.map((id) => [id, 0]));
function note(person, when) {
  const known = newest.get(person?.accountId);
  if (known !== undefined) newest.set(person.accountId, Math.max(known, Date.parse(when)));
}

/** What the search answer holds, or, where that is not all, every page of it. */
async function whole(part, entries, read) {
  if (entries.length >= part.total) return entries;
  const all = [];
  while (all.length < part.total) all.push(...(await read(all.length)));
  return all;
}

async function look({ key, fields, changelog }) {
  note(fields.creator, fields.created);
  const page = { issueIdOrKey: key, maxResults: 100 };
  const comments = await whole(fields.comment, fields.comment.comments, async (startAt) => {
    return (await client.issueComments.getComments({ ...page, startAt })).comments;
  });
  for (const { author, created, updateAuthor, updated } of comments) {
    note(author, created);
    if (Date.parse(updated) > Date.parse(created)) note(updateAuthor, updated);
  }
  const worklogs = await whole(fields.worklog, fields.worklog.worklogs, async (startAt) => {
    return (await client.issueWorklogs.getIssueWorklog({ ...page, startAt })).worklogs;
  });
  for (const { author, created, updateAuthor, updated } of worklogs) {
    note(author, created);
    note(updateAuthor, updated);
  }
  const changes = await whole(changelog, changelog.histories, async (startAt) => {
    return (await client.issues.getChangeLogs({ ...page, startAt })).values;
  });
  for (const { author, created } of changes) note(author, created);
}

let nextPageToken;
let issues = 0;
do {
  const page = await client.issueSearch.searchAndReconsileIssuesUsingJqlPost({
    jql: `updated >= "${since}" ORDER BY key`,
    fields: ['creator', 'created', 'comment', 'worklog'],
    expand: 'changelog',
    maxResults: 100,
    nextPageToken,
  });
  for (const issue of page.issues) await look(issue);
  issues += page.issues.length;
  nextPageToken = page.nextPageToken;
} while (nextPageToken !== undefined);
console.log(JSON.stringify({ issues, newest: Object.fromEntries(newest) }));
