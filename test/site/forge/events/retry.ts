import { z } from 'zod';
import type { InvocationOutcome } from '../functions/invocation';
import { jsonBytes } from '../json-bytes';

/** Retries that a trigger's function may ask for; a consumer's go on for as long as its message is kept. */
export const EVENT_RETRIES = 4;
const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1024;
const FIRST_BACKOFF_SECONDS = 15;
const PLATFORM_REASONS = ['FUNCTION_OUT_OF_MEMORY', 'FUNCTION_TIME_OUT'];

/** What `new InvocationError(…)` of @forge/events becomes when a function returns it. */
const RetryRequest = z.looseObject({
  _retry: z.literal(true),
  retryOptions: z
    .looseObject({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

export interface Retry {
  readonly afterMs: number;
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData: unknown;
}

/** The retry a function asked for by what it returned, if retries are left. `none`: it did not ask. */
export function requestedRetry(
  outcome: InvocationOutcome,
  retryCount: number,
  most = Infinity,
): Retry | 'none' | 'exhausted' {
  const request = outcome.success ? RetryRequest.safeParse(outcome.body) : undefined;
  if (request?.success !== true) return 'none';
  if (retryCount >= most) return 'exhausted';
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = request.data.retryOptions;
  const fits = jsonBytes(retryData) <= MAX_RETRY_DATA_BYTES;
  return {
    afterMs: Math.min(Math.max(retryAfter, 1), MAX_RETRY_AFTER_SECONDS) * 1_000,
    retryCount: retryCount + 1,
    retryReason,
    retryData: fits ? retryData : undefined,
  };
}

/** The retry after a failure: 15 s, then four times longer each time up to 15 minutes. */
export function retryAfterFailure(outcome: InvocationOutcome, retryCount: number): Retry | 'none' {
  if (outcome.success) return 'none';
  const { errorType } = outcome.error;
  return {
    afterMs: Math.min(FIRST_BACKOFF_SECONDS * 4 ** retryCount, MAX_RETRY_AFTER_SECONDS) * 1_000,
    retryCount: retryCount + 1,
    retryReason: PLATFORM_REASONS.includes(errorType) ? errorType : 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    retryData: undefined,
  };
}
