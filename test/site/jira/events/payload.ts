import type { ProductEvent } from '../../core/parts';
import { jiraTime } from '../represent/times';
import { userDetails } from '../represent/users';
import { APP_ACCOUNT_ID } from '../state/app-user';
import type { SiteState } from '../state/site-state';

export interface Happening {
  readonly eventType: string;
  readonly at: number;
  /** Who did it; null when nobody is known. Not every family of events says so. */
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Families whose events carry no `atlassianId` (https://developer.atlassian.com/platform/forge/events-reference/jira/). */
const NAMELESS = new Set(['worklog', 'attachment', 'issuelink', 'project', 'user']);

/** A product event as Jira sends it to an app's trigger. */
export function productEvent({ eventType, at, by, details }: Happening): ProductEvent {
  const selfGenerated = by === APP_ACCOUNT_ID;
  const actor = by === null || NAMELESS.has(eventType.split(':').at(-1) ?? '') ? {} : { atlassianId: by };
  return {
    eventType,
    at,
    selfGenerated,
    payload: { eventType, timestamp: String(at), ...actor, ...details, selfGenerated },
  };
}

/** The issue inside an event. */
export function issuePayload(state: SiteState, row: number) {
  const { table } = state.issues;
  const zone = state.data.site.timeZone;
  const project = { id: String(10_000 + table.projectIndex(row)), key: table.project(row) };
  const creator = person(state, table.accounts.name(table.creator(row)));
  const times = { created: jiraTime(table.created(row), zone), updated: jiraTime(table.updated(row), zone) };
  return { id: String(table.id(row)), key: table.key(row), fields: { project, creator, ...times } };
}

/** A person inside an event; null for nobody. */
export function person(state: SiteState, accountId: string | null) {
  const user = accountId === null ? undefined : state.directory.user(accountId);
  return user === undefined ? null : userDetails(state, user);
}
