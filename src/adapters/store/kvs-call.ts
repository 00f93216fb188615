import { Failure } from '../../ports/failures';

/** Runs one request to the store; whatever it throws becomes a failure of the store. */
export async function kvsCall<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    throw new Failure('store-unavailable', `The app’s storage did not take a request (${code}).`);
  }
}
