import type { CandidateNumber } from '../domain/identifiers';
import type { JobKind, RunCounts } from '../domain/job-run';
import type { Burst, WorkResult } from './burst';
import type { CandidatePlace } from './walk-candidates';

/** Where a run stands that takes seats back or gives them back. `number` is the candidate that is being dealt with. */
export interface SeatChangeCursor extends CandidatePlace {
  /** The chosen candidates; null: everybody whom the run is about. */
  readonly numbers: readonly CandidateNumber[] | null;
  readonly total: number;
  /** Refusals of the operator in a row. */
  readonly refusals: number;
}

/** After so many refusals in a row the operator may evidently not act in the background. */
export const REFUSALS_TO_STOP = 10;

/** What a run of this kind that failed leaves as it was. */
export function whatStays(kind: JobKind): string {
  if (kind === 'reclaim') return 'Seats that it took back before stay taken back; whoever is left keeps theirs.';
  if (kind === 'restore') return 'Seats that it gave back before stay given back; restore the rest again.';
  if (kind === 'report') return 'Whoever was reported stays reported; the rest is reported tomorrow.';
  if (kind === 'erase') return 'What is erased stays erased; erase the person again for the rest.';
  return 'Nothing of this run was taken over; what was shown before stays as it was.';
}

export type SayCounts = (counts: RunCounts) => string;

/** Ends the run before its time, for a reason that its summary and its gaps tell. */
export function stopRun(burst: Burst, reason: string, say: SayCounts): WorkResult {
  burst.note({ gaps: [reason, ...burst.run.gaps] });
  return { ...finishRun(burst, say), status: 'Partial' };
}

export function finishRun({ run }: Burst, say: SayCounts): Extract<WorkResult, { kind: 'finished' }> {
  const reason = run.gaps[0] ? ` ${run.gaps[0]}` : '';
  return {
    kind: 'finished',
    status: run.counts.failed > 0 ? 'Partial' : 'Complete',
    summary: `${say(run.counts)}${reason}`,
  };
}
