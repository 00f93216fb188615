import { isFinished, isStalled, MAX_WAKE_UPS, type JobRun } from '../domain/job-run';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { closeRun } from './close-run';
import { whatStays } from './seat-change-run';
import type { SettleNeeds } from './settle-stopped-run';
import { laneOf } from './start-run';

type Needs = SettleNeeds & Pick<Ports, 'runs' | 'queue' | 'log' | 'subscriptions' | 'seatLists'>;

/**
 * Looks after every run that is open. One that nothing moves any more, because its chain of messages broke or reached the
 * platform's limit of pushes, is pushed again; one that has to be woken again and again is given up. One whose end nobody put on
 * record is closed. Answers how many were pushed or given up.
 */
export async function wakeStalledRuns(ports: Needs): Promise<number> {
  let woken = 0;
  for (const { id } of await ports.runs.listOpen()) {
    const run = await ports.runs.find(id); // the list may lag
    if (!run) continue;
    if (isFinished(run)) await closeRun(run, ports);
    else if (isStalled(run, ports.clock.now()) && (await wake(run, ports))) woken += 1;
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
  const summary = `Stopped after it had to be restarted ${MAX_WAKE_UPS} times without moving on. ${whatStays(run.kind)}`;
  const end = { status: 'Failed', summary, finishedAt: now, resumesAt: null, updatedAt: now, closed: false } as const;
  const ended = await ports.runs.replace({ ...run, ...end });
  ports.log.error('run given up', { run: run.id, kind: run.kind });
  await closeRun(ended, ports);
}

async function pushAgain(run: JobRun, ports: Needs): Promise<void> {
  await ports.runs.replace({ ...run, wakeUps: run.wakeUps + 1, updatedAt: ports.clock.now() });
  if (run.status === 'Queued') await markAsLatest(run, ports); // whoever made it may have been stopped before that
  await ports.queue.push({ runId: run.id, step: run.step }, laneOf(run));
  ports.log.info('run woken', { run: run.id, kind: run.kind, step: run.step });
}

async function markAsLatest(run: JobRun, { runs }: Needs): Promise<void> {
  const latest = await runs.findLatest(run.profileId, run.kind);
  if (!latest || latest.createdAt < run.createdAt) await runs.markLatest(run);
}
