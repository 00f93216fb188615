import { z } from 'zod';
import type { ActivityKind } from '../domain/activity';
import { recordProductEvent } from '../usecases/record-product-event';
import { compose } from './compose';

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ : the actor is `atlassianId`; for views it is the viewer. */
const Event = z.object({
  eventType: z.string(),
  atlassianId: z.string().min(1),
  timestamp: z.coerce.number().positive().transform(Math.trunc),
  issue: z
    .object({ key: z.string().max(255) })
    .nullish()
    .catch(null),
});

const KIND_OF_EVENT: Readonly<Record<string, ActivityKind>> = {
  'avi:jira:created:issue': 'issue-created',
  'avi:jira:updated:issue': 'issue-changed',
  'avi:jira:commented:issue': 'comment-added',
  'avi:jira:created:worklog': 'worklog',
  'avi:jira:updated:worklog': 'worklog',
  'avi:jira:viewed:issue': 'issue-viewed',
};

/** Stamps the actor's day. An event without an actor tells nothing. */
export async function handleProductEvent(event: unknown): Promise<void> {
  const parsed = Event.safeParse(event);
  const kind = parsed.success ? KIND_OF_EVENT[parsed.data.eventType] : undefined;
  if (!parsed.success || !kind) return;
  const { atlassianId, timestamp, issue } = parsed.data;
  await recordProductEvent({ accountId: atlassianId, kind, at: timestamp, ref: issue?.key ?? null }, compose());
}
