/**
 * Product events with the parts that Atlassian documents for each family, people and texts of our own.
 * Source: https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
type Payload = Readonly<Record<string, unknown>>;

export const AUTHOR = '712020:author';
export const EDITOR = '712020:editor';
export const ACTOR = '712020:actor';
/** When each of them happened. */
export const HAPPENED = Date.UTC(2026, 10, 23, 11, 58);

const person = (accountId: string) => ({ accountId, accountType: 'atlassian', displayName: 'Somebody', active: true });
const issue = { id: '10042', key: 'CARE-42', fields: { summary: 'Replace the pump', creator: person(AUTHOR) } };
const comment = {
  id: '20001',
  author: person(AUTHOR),
  updateAuthor: person(AUTHOR),
  body: 'Ordered.',
  created: '2026-11-23T11:58:00.000+0000',
  updated: '2026-11-23T11:58:00.000+0000',
};
const edited = { ...comment, updateAuthor: person(EDITOR), updated: '2026-11-23T12:40:00.000+0000' };
const worklog = {
  id: '30001',
  issueId: '10042',
  author: person(AUTHOR),
  updateAuthor: person(EDITOR),
  started: '2026-11-20T08:00:00.000+0000',
  created: '2026-11-20T16:00:00.000+0000',
  updated: '2026-11-23T11:58:00.000+0000',
  timeSpentSeconds: 5_400,
};
const attachment = {
  id: '40001',
  issueId: '10042',
  fileName: 'pump.pdf',
  createDate: '2026-11-23T11:58:00.000+0000',
  size: '48213',
  mimeType: 'application/pdf',
  author: person(AUTHOR),
};
const version = { id: '50001', name: '2.4', projectId: '10000', released: false, archived: false };

const event = (eventType: string, parts: Payload): Payload => ({ eventType, timestamp: String(HAPPENED), ...parts });
const actor = { atlassianId: ACTOR };

/** As documented, each with all it may carry. */
export const PAYLOADS = {
  createdIssue: event('avi:jira:created:issue', { issue, ...actor, associatedUsers: {} }),
  updatedIssue: event('avi:jira:updated:issue', { issue, ...actor, changelog: { items: [] }, associatedUsers: {} }),
  deletedIssue: event('avi:jira:deleted:issue', { issue, ...actor }),
  viewedIssue: event('avi:jira:viewed:issue', { issue, ...actor, user: person(ACTOR) }),
  commented: event('avi:jira:commented:issue', { issue, ...actor, comment }),
  commentEdited: event('avi:jira:commented:issue', { issue, ...actor, comment: edited }),
  deletedComment: event('avi:jira:deleted:comment', { issue, ...actor, comment }),
  createdWorklog: event('avi:jira:created:worklog', { worklog: { ...worklog, updateAuthor: person(AUTHOR) } }),
  updatedWorklog: event('avi:jira:updated:worklog', { worklog }),
  createdAttachment: event('avi:jira:created:attachment', { attachment }),
  releasedVersion: event('avi:jira:released:version', { version, ...actor }),
} as const;

/** The same without the parts of these names. */
export function without(payload: Payload, ...parts: readonly string[]): Payload {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !parts.includes(name)));
}
