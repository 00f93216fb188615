import { RecordError, type ProductEvent } from '../../core/parts';
import type { SiteState } from '../state/site-state';
import { issuePayload, person, productEvent } from './payload';

const eventsOf = (object: string, happenings: readonly string[]): string[] =>
  happenings.map((what) => `avi:jira:${what}:${object}`);
/** Of Jira Software, under either name. */
const softwareEvents = (object: string, happenings: readonly string[]): string[] =>
  ['avi:jira', 'avi:jira-software'].flatMap((product) => happenings.map((what) => `${product}:${what}:${object}`));
const ISSUE_EVENTS = eventsOf('issue', ['created', 'updated', 'assigned', 'deleted', 'viewed', 'commented']);
const MENTIONS = [...eventsOf('issue', ['mentioned']), ...eventsOf('comment', ['mentioned'])];
const WORKLOG_EVENTS = eventsOf('worklog', ['created', 'updated', 'deleted']);
const LINK_EVENTS = eventsOf('issuelink', ['created', 'deleted']);
const ATTACHMENT_EVENTS = eventsOf('attachment', ['created', 'deleted']);
/** Events that name no work item, only the thing they are about. */
const OTHER_EVENTS = [
  ...eventsOf('comment', ['deleted']),
  ...eventsOf('version', ['created', 'updated', 'deleted', 'moved', 'merged']),
  ...eventsOf('version', ['released', 'unreleased', 'archived', 'unarchived']),
  ...eventsOf('component', ['created', 'updated', 'deleted']),
  ...eventsOf('project', ['created', 'updated', 'softdeleted', 'deleted', 'restored', 'archived', 'unarchived']),
  ...softwareEvents('sprint', ['created', 'updated', 'started', 'closed', 'deleted']),
  ...softwareEvents('board', ['created', 'updated', 'configuration-changed', 'deleted']),
];
const USER_EVENTS = eventsOf('user', ['created', 'updated', 'deleted']);
const KNOWN = [
  ...ISSUE_EVENTS,
  ...MENTIONS,
  ...WORKLOG_EVENTS,
  ...ATTACHMENT_EVENTS,
  ...LINK_EVENTS,
  ...OTHER_EVENTS,
  ...USER_EVENTS,
];

/** Builds one event on request, now; it changes nothing. Throws RecordError. */
export function wantedEvent(
  state: SiteState,
  { eventType, by, issue }: { eventType: string; by: string; issue?: string },
): ProductEvent {
  if (!KNOWN.includes(eventType))
    throw new RecordError(`field eventType: ${eventType} is not one of ${KNOWN.join(', ')}`);
  if (state.directory.user(by) === undefined) throw new RecordError(`field by: there is no user ${by}`);
  const details = detailsOf(state, eventType, by, issue);
  return productEvent({ eventType, at: state.now(), by, details });
}

function detailsOf(state: SiteState, eventType: string, by: string, key: string | undefined) {
  if (USER_EVENTS.includes(eventType)) return { user: person(state, by) };
  if (OTHER_EVENTS.includes(eventType)) return { [eventType.split(':').at(-1) ?? '']: { id: '10000' } };
  return issueDetails(state, eventType, by, key);
}

function issueDetails(state: SiteState, eventType: string, by: string, key: string | undefined) {
  const row = key === undefined ? newestIssue(state) : state.issues.find(key);
  if (row === undefined) throw new RecordError(`field issue: there is no issue ${key ?? 'at all'}`);
  const issue = issuePayload(state, row);
  const who = person(state, by);
  const issueId = issue.id;
  if (WORKLOG_EVENTS.includes(eventType)) return { worklog: { id: '10000', issueId, author: who, updateAuthor: who } };
  if (ATTACHMENT_EVENTS.includes(eventType)) return { attachment: { id: '10000', issueId, author: who } };
  if (LINK_EVENTS.includes(eventType)) return { id: '10000', sourceIssueId: issueId, destinationIssueId: issueId };
  if (eventType === 'avi:jira:viewed:issue') return { issue, user: person(state, by) };
  if (MENTIONS.includes(eventType)) return { issue, mentionedAccountIds: [by] };
  if (eventType === 'avi:jira:commented:issue') return { issue, comment: { author: person(state, by) } };
  return { issue };
}

/** Who does not care which issue an event is about gets the newest. */
function newestIssue({ issues }: SiteState): number | undefined {
  const last = issues.table.rows - 1;
  return last < 0 ? undefined : issues.table.rowOfKey(issues.table.key(last));
}
