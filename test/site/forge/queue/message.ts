import type { Chain } from '../functions/invocation';
import type { Retry } from '../events/retry';

const RETENTION_MS = 24 * 3_600_000;

/** One event on its way to a consumer. */
export interface Message {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: unknown;
  readonly concurrency: { readonly key: string; readonly limit: number } | undefined;
  readonly dueAt: number;
  readonly firstAt: number;
  /** Decides among messages of the same instant: queues keep no order, so this one is drawn. */
  readonly lot: number;
  readonly retry: Retry | undefined;
  readonly chain: Chain;
  /** Made by a fault that delivers twice: it is not duplicated again. */
  readonly isCopy: boolean;
}

export const byDueTime = (a: Message, b: Message): number =>
  a.dueAt - b.dueAt || a.lot - b.lot || (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0);

/** A message is kept, and its retries go on, until then. */
export const isExpired = ({ firstAt }: Message, now: number): boolean => now - firstAt > RETENTION_MS;

/** The AsyncEvent a consumer receives. */
export function asyncEvent(message: Message, now: number): Record<string, unknown> {
  const { queueName, jobId, eventId, body, concurrency, retry, firstAt } = message;
  const retentionWindow = {
    startTime: new Date(firstAt).toISOString(),
    remainingTimeMs: Math.max(0, firstAt + RETENTION_MS - now),
  };
  const retryContext = retry && {
    retryCount: retry.retryCount,
    retryReason: retry.retryReason,
    retryData: retry.retryData,
    retentionWindow,
  };
  return {
    queueName,
    jobId,
    eventId,
    body,
    ...(concurrency && { concurrency }),
    ...(retryContext && { retryContext }),
  };
}
