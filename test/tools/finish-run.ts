import { asAdministrator } from '../end-to-end/ask';
import type { RunningSite } from '../site/site';

const HOUR = 3_600_000;
const PATIENCE_HOURS = 24;

/** Lets a run finish, waiting for the points of the next hour where it must. */
export async function finishRun(site: RunningSite, runId: string) {
  const { ask } = asAdministrator(site);
  for (let hour = 0; hour < PATIENCE_HOURS; hour += 1) {
    await site.forge.drain();
    const run = await ask('getJobRun', { runId });
    if (run.finishedAt !== null) return run;
    await site.forge.advanceTo(site.clock.now() + HOUR);
  }
  throw new Error('The run did not finish within a day.');
}
