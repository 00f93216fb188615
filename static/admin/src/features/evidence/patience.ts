/** Seconds before a piece is asked for again; the store's allowance of a minute is whole again long before the last of them. */
const PAUSES = [5, 10, 20, 30, 60, 60];

export interface Patience {
  /** Whether an error passes by itself: the storage asks for a pause, or no answer came. */
  readonly passes: (error: unknown) => boolean;
  readonly wait: (seconds: number) => Promise<void>;
}

/**
 * Asks until it is answered: what fails for now is asked for again after a growing pause, which `tell` is told of. `tell` answers
 * false when nobody wants it any more; then the answer is undefined. What goes on failing is thrown.
 */
export async function askPatiently<Answer>(
  ask: () => Promise<Answer>,
  tell: (waitsSeconds: number) => boolean,
  { passes, wait }: Patience,
): Promise<Answer | undefined> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const seconds = PAUSES[tries];
      if (seconds === undefined || !passes(error)) throw error;
      if (!tell(seconds)) return undefined;
      await wait(seconds);
      if (!tell(0)) return undefined;
    }
  }
}
