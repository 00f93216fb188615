import { QueryClient } from '@tanstack/react-query';
import { CallFailure } from './call';

const FRESH_MS = 15_000;
/** The allowance that is used up is one of a minute: by then whoever waits has been answered. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 20_000;
const TRIES = 7;

/** One cache for the page. Calls go over the bridge, so the browser's idea of being online does not matter. */
export function createQueryClient(): QueryClient {
  const networkMode = 'always';
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: isWorthAnotherTry, retryDelay: pauseBefore, networkMode },
      mutations: { networkMode },
    },
  });
}

/** Reading is tried again while the app is busy, and only then: everything else says what to do. */
export function isWorthAnotherTry(failures: number, error: unknown): boolean {
  return isBusy(error) && failures < TRIES;
}

/** The app's storage takes no more in this minute. */
export function isBusy(error: unknown): boolean {
  return error instanceof CallFailure && error.error.code === 'app-busy';
}

/** Longer each time, and not the same for everybody who was refused at the same moment. In milliseconds. */
export function pauseBefore(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2);
}
