const TRIES = 6;
const FIRST_PAUSE_MS = 1_000;
const THROTTLED = /rate.?limit|too many requests|\b429\b/i;

/**
 * Asks, and asks again when the platform says that it is asked too often: after one second, then after twice as long each time, half a minute in all.
 * Only for what reads: nobody can tell whether a change that was refused so was done. The last refusal is thrown on.
 */
export async function askWhenThrottled<Value>(
  ask: () => Promise<Value>,
  pause: (milliseconds: number) => Promise<void> = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)),
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (attempt === TRIES || !THROTTLED.test(reason)) throw error;
      // Two pages that were refused together do not ask together again.
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (1 + Math.random() / 4));
    }
  }
}

/** Operations that change nothing, by the verb of their name. */
export const isReading = (operation: string): boolean => /^(get|list|read|preview|estimate)[A-Z]/.test(operation);
