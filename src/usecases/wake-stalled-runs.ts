import { isStalled, MAX_WAKE_UPS, type JobKind, type JobRun } from '../domain/job-run';
import type { Ports } from '../ports/ports';
import { laneOf } from './start-run';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'queue' | 'clock' | 'log'>;
const KINDS: readonly JobKind[] = ['download', 'activity', 'evaluate', 'reclaim'];

/**
 * Pushes the current message of every run that nothing moves any more: its chain of messages broke, or reached the platform's
 * limit of pushes. A run that has to be woken again and again is given up.
 */
export async function wakeStalledRuns(ports: Needs): Promise<number> {
  let woken = 0;
  for (const profile of await ports.profiles.list()) {
    for (const kind of KINDS) {
      const run = await ports.runs.findLatest(profile.id, kind);
      if (!run || !isStalled(run, ports.clock.now())) continue;
      await wake(run, ports);
      woken += 1;
    }
  }
  return woken;
}

async function wake(run: JobRun, ports: Needs): Promise<void> {
  const now = ports.clock.now();
  if (run.wakeUps >= MAX_WAKE_UPS) {
    const summary = `Stopped after it had to be restarted ${MAX_WAKE_UPS} times without moving on. Nothing of it was taken over; run the job again.`;
    await ports.runs.replace({ ...run, status: 'Failed', summary, finishedAt: now, resumesAt: null, updatedAt: now });
    ports.log.error('run given up', { run: run.id, kind: run.kind });
    return;
  }
  await ports.runs.replace({ ...run, wakeUps: run.wakeUps + 1, updatedAt: now });
  await ports.queue.push({ runId: run.id, step: run.step }, laneOf(run));
  ports.log.info('run woken', { run: run.id, kind: run.kind, step: run.step });
}
