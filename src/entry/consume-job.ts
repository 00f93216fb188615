import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { advanceRun } from '../usecases/advance-run';
import { advanceCheck } from '../usecases/site-check/advance-check';
import { isFailure } from '../ports/failures';
import type { SiteCheckMessage } from '../ports/job-queue';
import type { Ports } from '../ports/ports';
import { compose } from './compose';

const Event = z.object({ body: z.object({ runId: z.string().min(1), step: z.number().int().nonnegative() }) });
const CheckEvent = z.object({
  body: z.object({ siteCheck: z.enum(['group-write-background', 'job-memory']), at: z.number() }),
});

/** One message of the job queue. "Again" is returned, not thrown: only then does the platform honor the delay. */
export async function handleJob(event: unknown): Promise<InvocationError | undefined> {
  const ports = compose();
  const check = CheckEvent.safeParse(event);
  if (check.success) return handleCheck(check.data.body, ports);
  const message = Event.safeParse(event);
  if (!message.success) {
    ports.log.error('job message dropped', { reason: 'malformed' });
    return undefined;
  }
  const delivery = await advanceRun(message.data.body, ports);
  return delivery.kind === 'done' ? undefined : again(delivery.afterSeconds);
}

/** A check that was hindered is repeated; what stays hindered the hourly tick settles. */
async function handleCheck(message: SiteCheckMessage, ports: Ports): Promise<InvocationError | undefined> {
  try {
    await advanceCheck(message, ports);
    return undefined;
  } catch (error) {
    if (!isFailure(error)) throw error;
    ports.log.error('site check hindered', { check: message.siteCheck, code: error.code });
    return again(60);
  }
}

function again(retryAfter: number): InvocationError {
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}
