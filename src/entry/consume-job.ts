import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { advanceRun } from '../usecases/advance-run';
import { compose } from './compose';

const Event = z.object({ body: z.object({ runId: z.string().min(1), step: z.number().int().nonnegative() }) });

/** One message of the job queue. "Again" is returned, not thrown: only then does the platform honor the delay. */
export async function handleJob(event: unknown): Promise<InvocationError | undefined> {
  const ports = compose();
  const message = Event.safeParse(event);
  if (!message.success) {
    ports.log.error('job message dropped', { reason: 'malformed' });
    return undefined;
  }
  const delivery = await advanceRun(message.data.body, ports);
  if (delivery.kind === 'done') return undefined;
  return new InvocationError({
    retryAfter: delivery.afterSeconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
