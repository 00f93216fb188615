import type { AccountId, RunId } from '../domain/identifiers';
import { isFinished, READS_ONLY, type JobRun } from '../domain/job-run';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { closeRun } from './close-run';
import { done, refuse, type Outcome } from './outcome';

type Needs = Parameters<typeof closeRun>[1] & Pick<Ports, 'clock'>;

/**
 * Stops a run. One that changes people stops before its next person; who is being dealt with is finished. One that only reads
 * ends at once: whatever works on it finds that out when it stores its place. What erases or deletes goes on to its end.
 */
export async function cancelRun(input: { runId: RunId; caller: AccountId }, ports: Needs): Promise<Outcome<JobRun>> {
  const { runs, evidence, clock } = ports;
  const run = await runs.find(input.runId);
  if (!run) return refuse('not-found', 'This job result does not exist.');
  if (isFinished(run)) return refuse('refused', 'This run is over already.');
  if (!READS_ONLY.has(run.kind) && run.kind !== 'reclaim' && run.kind !== 'restore')
    return refuse('refused', 'What deletes data can’t be stopped halfway. Wait until it is over.');
  const at = clock.now();
  const isEndedNow = READS_ONLY.has(run.kind);
  if (!isEndedNow) await runs.requestCancel(run.id, { at, by: input.caller });
  const text = isEndedNow ? `${run.name}: stopped.` : `${run.name}: asked to stop before the next person.`;
  await evidence.append(
    { kind: 'run-canceled', at, by: input.caller, subject: null, candidate: null, text, details: { runId: run.id } },
    `${run.id}.canceled`,
  );
  return isEndedNow ? endNow(run, ports) : done(run);
}

const MOST_TRIES = 5;
const STOPPED =
  'An administrator stopped this run. What was shown before stays as it was; run the job again when you like.';

/** Who works on the run may be storing its place at this very moment: it is tried again until one of both was first. */
async function endNow(run: JobRun, ports: Needs, attempt = 1): Promise<Outcome<JobRun>> {
  const now = ports.clock.now();
  const end = { status: 'Failed', summary: STOPPED, finishedAt: now, resumesAt: null, updatedAt: now } as const;
  try {
    const ended = await ports.runs.replace({ ...run, ...end, closed: false });
    await closeRun(ended, ports);
    return done(ended);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    const stored = await ports.runs.find(run.id);
    if (!stored || isFinished(stored)) return refuse('refused', 'This run is over already.');
    if (attempt >= MOST_TRIES) return refuse('conflict', 'The run moved on at this very moment. Stop it again.');
    return endNow(stored, ports, attempt + 1);
  }
}
