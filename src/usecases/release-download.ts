import type { AccountId, RunId } from '../domain/identifiers';
import { isFinished } from '../domain/job-run';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { Burst } from './burst';
import { cursorOf, hasPagesForBrowser } from './download-cursor';
import { goOn } from './next-burst';

/** A part that is just coming in may move the run on. After these the message that is waiting goes on within two minutes. */
const TRIES = 3;

/**
 * A browser stops reading: the background goes on at once, where the browser stopped. False when the caller did not hold the
 * lease any more; then nothing is changed.
 */
export async function releaseDownload(
  { runId, token, caller }: { runId: RunId; token: string; caller: AccountId },
  ports: Ports,
): Promise<boolean> {
  const lease = await ports.leases.find(runId);
  if (lease?.token !== token || lease.accountId !== caller) return false;
  await ports.leases.release(runId);
  await wakeNow(runId, ports);
  return true;
}

async function wakeNow(runId: RunId, ports: Ports): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      await wake(runId, ports);
      return;
    } catch (error) {
      if (!isFailure(error, 'store-conflict')) throw error;
    }
  }
}

async function wake(runId: RunId, ports: Ports): Promise<void> {
  const run = await ports.runs.find(runId);
  const cursor = run && cursorOf(run);
  if (!run || isFinished(run) || !cursor?.yielded || !hasPagesForBrowser(cursor)) return;
  const burst = new Burst(run, ports, ports.clock.now());
  burst.note({ summary: 'The background goes on where the browser stopped.' });
  await goOn(burst, ports);
}
