import type { JobRun } from '../domain/job-run';
import { SECOND, type Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import { laneOf } from './start-run';

/** The longest a queue message can be delayed. */
const MAX_DELAY_SECONDS = 900;

type Needs = Pick<Ports, 'queue' | 'clock'>;

/** Moves a run to its next step, which is worked on at once. The message comes first: a crash between the two loses nothing. */
export async function goOn(burst: Burst, ports: Needs): Promise<void> {
  const step = burst.run.step + 1;
  await ports.queue.push({ runId: burst.run.id, step }, laneOf(burst.run));
  await burst.checkpoint({ step });
}

/** Moves a run to its next step, which is looked at from `until` on; meanwhile it runs elsewhere. */
export async function leaveAlone(burst: Burst, until: Instant, why: string, ports: Needs): Promise<void> {
  const step = burst.run.step + 1;
  await pushDelayed(burst.run, step, until, ports);
  await burst.checkpoint({ step, summary: why });
}

/** Moves a run to its next step, which is worked on from `until` on. */
export async function putToSleep(
  burst: Burst,
  { until, why, attempts }: { until: Instant; why: string; attempts: number },
  ports: Needs,
): Promise<void> {
  const step = burst.run.step + 1;
  await pushDelayed(burst.run, step, until, ports);
  await burst.checkpoint({ status: 'Waiting', step, resumesAt: until, attempts, summary: why });
}

/** The message of a step that may not begin before `until`; it may come earlier and is then put off again. */
export function pushDelayed(run: JobRun, step: number, until: Instant, ports: Needs): Promise<void> {
  const seconds = Math.ceil((until - ports.clock.now()) / SECOND);
  return ports.queue.push({ runId: run.id, step }, laneOf(run), Math.min(MAX_DELAY_SECONDS, Math.max(1, seconds)));
}
