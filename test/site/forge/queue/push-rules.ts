import type { Chain } from '../functions/invocation';
import { jsonBytes } from '../json-bytes';
import {
  EVENTS_PER_MINUTE,
  MAX_EVENTS,
  MAX_LONG_CONSUMER_EVENT_BYTES,
  MAX_PUSH_BYTES,
  PUSHES_PER_CHAIN,
  type PushRequest,
} from './push-request';

export interface QueueAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** The whole push's refusal, if any limit forbids it. */
export function refusedPush({ payload }: PushRequest, chain: Chain, eventsThisMinute: number): QueueAnswer | undefined {
  if (payload.length > MAX_EVENTS)
    return { status: 400, body: { message: `At most ${MAX_EVENTS} events in one push.` } };
  if (jsonBytes(payload) > MAX_PUSH_BYTES)
    return { status: 413, body: { errorMessage: `The events of one push must not exceed ${MAX_PUSH_BYTES} bytes.` } };
  if (eventsThisMinute + payload.length > EVENTS_PER_MINUTE)
    return { status: 429, body: { message: `More than ${EVENTS_PER_MINUTE} events in a minute.` } };
  if (chain.pushes >= PUSHES_PER_CHAIN)
    return { status: 405, body: { message: `More than ${PUSHES_PER_CHAIN} pushes descend from one invocation.` } };
  return undefined;
}

/** Events of a push that are too large for a consumer with a long timeout; the others are accepted. */
export function refusedEvents(
  { payload }: PushRequest,
  longConsumer: boolean,
): { index: number; errorMessage: string }[] {
  if (!longConsumer) return [];
  const errorMessage = `Events for long-running consumers must not exceed ${MAX_LONG_CONSUMER_EVENT_BYTES} bytes.`;
  return payload.flatMap((event, index) =>
    jsonBytes(event) > MAX_LONG_CONSUMER_EVENT_BYTES ? [{ index, errorMessage }] : [],
  );
}
