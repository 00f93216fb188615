import { isFinished, type JobKind, type JobRun } from '../../domain/job-run';
import { MINUTE, type Instant } from '../../domain/instant';
import { INSTALLATION } from '../../domain/scheduled-job';
import type { Ports } from '../../ports/ports';

/** Jobs that read what is stored of people and write it again: one at work during an erasure would bring somebody back. */
const CARRIES_PEOPLE: ReadonlySet<JobKind> = new Set(['download', 'activity', 'evaluate', 'reclaim', 'restore']);

/** An erasure looks again sooner than those that wait for it, so that they sleep when it looks. */
const ERASURE_LOOKS_AGAIN = MINUTE;
const OTHERS_LOOK_AGAIN = 2 * MINUTE;

/** Until when a run has to wait for the erasure that is under way; undefined: it may work. */
export async function waitForErasure(
  run: Pick<JobRun, 'kind'>,
  { runs, clock }: Pick<Ports, 'runs' | 'clock'>,
): Promise<Instant | undefined> {
  if (!CARRIES_PEOPLE.has(run.kind)) return undefined;
  const erasure = await runs.findLatest(INSTALLATION.id, 'erase');
  return erasure && !isFinished(erasure) ? clock.now() + OTHERS_LOOK_AGAIN : undefined;
}

/**
 * Until when an erasure has to wait for runs that may be at work: whichever sleeps finds the erasure when it wakes. The newest
 * erasure is the one that others wait for, so it ends last.
 */
export async function waitForOthers(
  erasure: JobRun,
  { runs, clock }: Pick<Ports, 'runs' | 'clock'>,
): Promise<Instant | undefined> {
  const now = clock.now();
  const isInTheWay = (run: JobRun) =>
    !isFinished(run) &&
    (run.kind === 'erase' ? isBefore(run, erasure) : CARRIES_PEOPLE.has(run.kind) && !sleeps(run, now));
  return (await runs.listOpen()).some(isInTheWay) ? now + ERASURE_LOOKS_AGAIN : undefined;
}

/** What has not reached its time begins no work. */
function sleeps({ resumesAt }: JobRun, now: Instant): boolean {
  return resumesAt !== null && resumesAt > now;
}

function isBefore(one: JobRun, other: JobRun): boolean {
  return one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.number < other.number);
}
