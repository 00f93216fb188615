import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../../ports/failures';

/** Pauses before a request that came too fast is sent again; longer ones are left to the job, which need not wait in a function. */
const PAUSES_MS = [200, 500, 1000];

/** Runs one request to the store. Too many requests are sent again after a moment; everything else is a failure of the store. */
export async function kvsCall<Result>(request: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
      const pauseMs = PAUSES_MS[attempt];
      if (code !== 'RATE_LIMIT_EXCEEDED' || pauseMs === undefined) {
        throw new Failure('store-unavailable', `The app’s storage did not take a request (${code}).`);
      }
      await pause(pauseMs);
    }
  }
}
