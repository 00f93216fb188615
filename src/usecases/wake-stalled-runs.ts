import { isStalled, MAX_WAKE_UPS, type JobKind, type JobRun } from '../domain/job-run';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { laneOf } from './start-run';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'queue' | 'clock' | 'log'>;
const KINDS: readonly JobKind[] = ['download', 'activity', 'evaluate', 'reclaim', 'restore', 'delete'];

/**
 * Pushes the current message of every run that nothing moves any more: its chain of messages broke, or reached the platform's
 * limit of pushes. A run that has to be woken again and again is given up.
 */
export async function wakeStalledRuns(ports: Needs): Promise<number> {
  let woken = 0;
  const [profiles, deleting] = await Promise.all([ports.profiles.list(), ports.profiles.listDeleting()]);
  for (const profile of [...profiles, ...deleting]) {
    for (const kind of KINDS) {
      const run = await ports.runs.findLatest(profile.id, kind);
      if (!run || !isStalled(run, ports.clock.now())) continue;
      if (await wake(run, ports)) woken += 1;
    }
  }
  return woken;
}

/** False when the run was moved on at this very moment: then it needs no waking. */
async function wake(run: JobRun, ports: Needs): Promise<boolean> {
  try {
    if (run.wakeUps >= MAX_WAKE_UPS) await giveUp(run, ports);
    else await pushAgain(run, ports);
    return true;
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return false;
  }
}

async function giveUp(run: JobRun, ports: Needs): Promise<void> {
  const now = ports.clock.now();
  const summary = `Stopped after it had to be restarted ${MAX_WAKE_UPS} times without moving on. Nothing of it was taken over; run the job again.`;
  await ports.runs.replace({ ...run, status: 'Failed', summary, finishedAt: now, resumesAt: null, updatedAt: now });
  ports.log.error('run given up', { run: run.id, kind: run.kind });
}

async function pushAgain(run: JobRun, ports: Needs): Promise<void> {
  await ports.runs.replace({ ...run, wakeUps: run.wakeUps + 1, updatedAt: ports.clock.now() });
  await ports.queue.push({ runId: run.id, step: run.step }, laneOf(run));
  ports.log.info('run woken', { run: run.id, kind: run.kind, step: run.step });
}
