import { isFailure } from '../ports/failures';

/** What was read; undefined where that failed. For what a step can do without: anything but a Failure is a bug and goes on. */
export async function unlessFailed<Found>(read: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isFailure(error)) throw error;
    return undefined;
  }
}
