import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';

/** How long the platform waits before each of the four retries it allows: the store has 25 minutes to come back. */
const RETRY_SECONDS: readonly number[] = [30, 120, 480, 900];

const Retried = z.object({ retryContext: z.object({ retryCount: z.number().int().nonnegative() }) });

/** What a trigger's function returns, not throws, to get the same event again later; undefined when no retry is left. */
export function retryLater(event: unknown): InvocationError | undefined {
  const retried = Retried.safeParse(event);
  const retryAfter = RETRY_SECONDS[retried.success ? retried.data.retryContext.retryCount : 0];
  if (retryAfter === undefined) return undefined;
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}
