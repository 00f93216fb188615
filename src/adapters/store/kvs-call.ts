import { ForgeKvsAPIError } from '@forge/kvs';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../../ports/failures';

/** Pauses before a request that came too fast is sent again; longer ones are left to the job, which need not wait in a function. */
const PAUSES_MS = [200, 500, 1000] as const;
/** A transaction and everything else say it by different codes. */
const TOO_FAST: readonly string[] = ['TOO_MANY_REQUESTS', 'RATE_LIMIT_EXCEEDED'];
const TOO_MANY_REQUESTS = 429;

/** Runs one request to the store. Too many requests are sent again after a moment; everything else is a failure of the store. */
export async function kvsCall<Result>(request: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const pauseMs = PAUSES_MS[attempt];
      const isBusy = cameTooFast(error);
      if (isBusy && pauseMs === undefined) throw new Failure('store-busy', 'The app’s storage is busy.');
      if (!isBusy || pauseMs === undefined) {
        const code = error instanceof ForgeKvsAPIError ? error.code : 'no answer';
        throw new Failure('store-unavailable', `The app’s storage did not take a request (${code}).`);
      }
      await pause(pauseMs);
    }
  }
}

function cameTooFast(error: unknown): boolean {
  if (!(error instanceof ForgeKvsAPIError)) return false;
  return error.responseDetails.status === TOO_MANY_REQUESTS || TOO_FAST.includes(error.code);
}
