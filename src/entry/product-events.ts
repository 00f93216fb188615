import { z } from 'zod';
import type { ActivityClass } from '../domain/activity';
import { recordProductEvent } from '../usecases/record-product-event';
import { compose } from './compose';

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ : the actor is `atlassianId`; for views it is the viewer. */
const Event = z.object({
  eventType: z.string(),
  atlassianId: z.string().min(1),
  timestamp: z.coerce.number().positive(),
});

const CLASS_OF_EVENT: Readonly<Record<string, ActivityClass>> = {
  'avi:jira:created:issue': 'contribution',
  'avi:jira:updated:issue': 'contribution',
  'avi:jira:commented:issue': 'contribution',
  'avi:jira:created:worklog': 'contribution',
  'avi:jira:updated:worklog': 'contribution',
  'avi:jira:viewed:issue': 'view',
};

/** Stamps the actor's day. An event without an actor tells nothing. */
export async function handleProductEvent(event: unknown): Promise<void> {
  const parsed = Event.safeParse(event);
  const activityClass = parsed.success ? CLASS_OF_EVENT[parsed.data.eventType] : undefined;
  if (!parsed.success || !activityClass) return;
  const { atlassianId, timestamp } = parsed.data;
  await recordProductEvent({ accountId: atlassianId, activityClass, at: timestamp }, compose());
}
