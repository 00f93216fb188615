import { z } from 'zod';
import type { ActivityKind } from '../domain/activity';
import { UNKNOWN_EVENT, type MissingEvent } from '../domain/product-events/event-gap';
import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { ProductActivity } from '../usecases/record-product-event';

/** What one payload tells. */
export type EventReading =
  | { readonly kind: 'activity'; readonly eventType: string; readonly activity: ProductActivity }
  /** The app's own doing, or another app's: nobody's work. */
  | { readonly kind: 'nobody' }
  /** Somebody may have worked, and it is not known who. */
  | { readonly kind: 'unread'; readonly event: MissingEvent };

const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullish().catch(null);
const text = z.string().min(1).nullish().catch(null);
/** Jira's own limit. */
const accountId = z.string().min(1).max(128).nullish().catch(null);
const person = part({ accountId, accountType: text });

/**
 * The parts of all families that tell who did what. One that is damaged counts as absent.
 * Source: https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
const Payload = z.object({
  eventType: z.string(),
  /** Not in the reference, but sent: milliseconds as text. */
  timestamp: z.coerce.number().int().positive().nullish().catch(null),
  atlassianId: accountId,
  selfGenerated: z.boolean().nullish().catch(null),
  issue: part({ key: z.string().max(255) }),
  /** Of a view. */
  user: person,
  comment: part({ author: person, updateAuthor: person, created: text, updated: text }),
  worklog: part({ author: person, updateAuthor: person }),
  attachment: part({ author: person }),
});
type Payload = z.infer<typeof Payload>;
type Person = NonNullable<Payload['user']>;

interface Family {
  readonly kindOf: (payload: Payload) => ActivityKind;
  /** Whom the payload names as the one who did it, where the event itself names nobody. */
  readonly actorOf: (payload: Payload) => Person | null | undefined;
}

const family = (kind: ActivityKind, actorOf: Family['actorOf'] = () => undefined): Family => ({
  kindOf: () => kind,
  actorOf,
});
const isEdited = ({ comment }: Payload): boolean => comment?.updated !== comment?.created;

/** Every event that the manifest asks for. Who deleted a comment need not be its author, so only the event may name them. */
const FAMILIES: Readonly<Record<string, Family>> = {
  'avi:jira:created:issue': family('issue-created'),
  'avi:jira:updated:issue': family('issue-changed'),
  'avi:jira:deleted:issue': family('issue-changed'),
  'avi:jira:viewed:issue': family('issue-viewed', ({ user }) => user),
  'avi:jira:commented:issue': {
    kindOf: (payload) => (isEdited(payload) ? 'comment-edited' : 'comment-added'),
    actorOf: (payload) => (isEdited(payload) ? payload.comment?.updateAuthor : payload.comment?.author),
  },
  'avi:jira:deleted:comment': family('issue-changed'),
  'avi:jira:created:worklog': family('worklog', ({ worklog }) => worklog?.author),
  'avi:jira:updated:worklog': family('worklog', ({ worklog }) => worklog?.updateAuthor),
  'avi:jira:created:attachment': family('attachment', ({ attachment }) => attachment?.author),
  ...Object.fromEntries(
    ['created', 'updated', 'released', 'unreleased', 'archived', 'unarchived', 'moved', 'merged', 'deleted'].map(
      (what) => [`avi:jira:${what}:version`, family('version')],
    ),
  ),
};

/** Reads one payload. An event without a time happened just now: events come within minutes. */
export function readEventPayload(payload: unknown, now: Instant): EventReading {
  const parsed = Payload.safeParse(payload);
  const event = parsed.success ? parsed.data : undefined;
  const found = event && Object.hasOwn(FAMILIES, event.eventType) ? FAMILIES[event.eventType] : undefined;
  const at = event?.timestamp ?? now;
  if (!event || !found) return { kind: 'unread', event: { at, eventType: UNKNOWN_EVENT, why: 'unread' } };
  const { eventType } = event;
  const actor = actorOf(event, found);
  if (event.selfGenerated === true || actor?.isApp) return { kind: 'nobody' };
  if (!actor) return { kind: 'unread', event: { at, eventType, why: 'unread' } };
  const activity = { accountId: actor.accountId, kind: found.kindOf(event), at, ref: event.issue?.key ?? null };
  return { kind: 'activity', eventType, activity };
}

/** The event's own actor comes first; the payload's people only stand in for it. */
function actorOf(event: Payload, { actorOf: inPayload }: Family): { accountId: AccountId; isApp: boolean } | undefined {
  const named = inPayload(event);
  const accountId = event.atlassianId ?? named?.accountId;
  if (!accountId) return undefined;
  const described = [named, event.user].filter((each) => (each?.accountId ?? accountId) === accountId);
  return { accountId, isApp: described.some((each) => each?.accountType === 'app') };
}
