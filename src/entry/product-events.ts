import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import type { ActivityKind } from '../domain/activity';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { EventKnowledge } from '../usecases/event-knowledge';
import { recordProductEvent } from '../usecases/record-product-event';
import { compose } from './compose';
import { LostEvents } from './lost-events';

const person = z.object({ accountType: z.string().nullish() }).nullish().catch(null);

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ : the actor is `atlassianId`; for views it is the viewer. */
const Event = z.object({
  eventType: z.string(),
  atlassianId: z.string().min(1),
  timestamp: z.coerce.number().positive().transform(Math.trunc),
  selfGenerated: z.boolean().nullish(),
  issue: z
    .object({ key: z.string().max(255) })
    .nullish()
    .catch(null),
  user: person,
  retryContext: z.object({ retryCount: z.number() }).nullish().catch(null),
});
type Event = z.infer<typeof Event>;

/** Every event that the manifest asks for. Deleting leaves no other trace than the event. */
const KIND_OF_EVENT: Readonly<Record<string, ActivityKind>> = {
  'avi:jira:created:issue': 'issue-created',
  'avi:jira:updated:issue': 'issue-changed',
  'avi:jira:deleted:issue': 'issue-changed',
  'avi:jira:viewed:issue': 'issue-viewed',
  'avi:jira:commented:issue': 'comment-added',
  'avi:jira:deleted:comment': 'issue-changed',
  'avi:jira:created:worklog': 'worklog',
  'avi:jira:updated:worklog': 'worklog',
  'avi:jira:deleted:worklog': 'worklog',
  'avi:jira:created:attachment': 'attachment',
  'avi:jira:deleted:attachment': 'attachment',
  'avi:jira:created:issuelink': 'link',
  'avi:jira:deleted:issuelink': 'link',
  'avi:jira:created:version': 'version',
  'avi:jira:updated:version': 'version',
  'avi:jira:released:version': 'version',
  'avi:jira:unreleased:version': 'version',
  'avi:jira:archived:version': 'version',
  'avi:jira:unarchived:version': 'version',
  'avi:jira:moved:version': 'version',
  'avi:jira:merged:version': 'version',
  'avi:jira:deleted:version': 'version',
};

/** How long the platform waits before each of the four retries it allows: the store has 25 minutes to come back. */
const RETRY_SECONDS: readonly number[] = [30, 120, 480, 900];

/**
 * Stamps the actor's day. An event without an actor tells nothing. One that could not be stored is asked for again; after the
 * last try its day is noted as incomplete, so that the activity job reads it another way.
 */
export async function stampProductEvent(event: unknown, ports: Ports): Promise<InvocationError | undefined> {
  const parsed = Event.safeParse(event);
  const kind = parsed.success ? KIND_OF_EVENT[parsed.data.eventType] : undefined;
  if (!parsed.success || !kind || isByApp(parsed.data)) return undefined;
  const { atlassianId, timestamp, issue, retryContext } = parsed.data;
  const lost = ports.memory.of(LostEvents);
  try {
    const activity = { accountId: atlassianId, kind, at: timestamp, ref: issue?.key ?? null };
    await recordProductEvent(activity, ports.memory.of(EventKnowledge), ports);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const retryAfter = RETRY_SECONDS[retryContext?.retryCount ?? 0];
    if (retryAfter !== undefined) {
      return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
    }
    lost.add(timestamp);
  }
  await lost.note(ports);
  return undefined;
}

function isByApp({ selfGenerated, user }: Event): boolean {
  return selfGenerated === true || user?.accountType === 'app';
}

export function handleProductEvent(event: unknown): Promise<InvocationError | undefined> {
  return stampProductEvent(event, compose());
}
