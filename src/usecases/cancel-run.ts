import type { AccountId, RunId } from '../domain/identifiers';
import { isFinished, type JobRun } from '../domain/job-run';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'runs' | 'evidence' | 'clock'>;

/** Asks a run that changes people to stop before its next person; who is being dealt with is finished. */
export async function cancelRun(
  input: { runId: RunId; caller: AccountId },
  { runs, evidence, clock }: Needs,
): Promise<Outcome<JobRun>> {
  const run = await runs.find(input.runId);
  if (!run) return refuse('not-found', 'This job result does not exist.');
  if (run.kind !== 'reclaim' && run.kind !== 'restore')
    return refuse('refused', 'Only reclaiming and restoring can be stopped between two people.');
  if (isFinished(run)) return refuse('refused', 'This run is over already.');
  const at = clock.now();
  await runs.requestCancel(run.id, { at, by: input.caller });
  const text = `${run.name}: asked to stop before the next person.`;
  await evidence.append(
    { kind: 'run-canceled', at, by: input.caller, subject: null, candidate: null, text, details: { runId: run.id } },
    `${run.id}.canceled`,
  );
  return done(run);
}
