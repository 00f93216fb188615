import type { AccountId, CandidateNumber } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { JobRun } from '../domain/job-run';
import type { CandidateLine } from '../ports/stores';
import { isResumable, isTakeable } from './candidate-table';
import type { SeatChangeCursor } from './seat-change-run';

/** Where a reclaim run stands. A repeated burst takes its candidate up again; without chosen ones every ready one is meant. */
export interface ReclaimCursor extends SeatChangeCursor {
  /** Without chosen ones: candidates that were opened later were not there to be confirmed. */
  readonly openedUpTo?: Instant;
  /** Of the chosen ones: those whose removal did not work last time, as whoever confirmed them saw. */
  readonly resumed?: readonly CandidateNumber[];
  /** Jira let the operator change a group in this run. */
  readonly operatorProven: boolean;
  /** Who asked for it, where a second person approved. */
  readonly initiator?: AccountId;
  /** Everybody in it gave the seat up or was asked before: no second person is needed. */
  readonly isFollowUp?: true;
}

/** Where a run begins; `meant`: the chosen ones, or every ready one that was opened up to a moment. */
export function newReclaim(
  meant: readonly CandidateNumber[] | Instant,
  total: number,
  resumed: readonly CandidateNumber[] = [],
): ReclaimCursor {
  const place = { total, bucket: 0, number: '', refusals: 0, operatorProven: false };
  if (typeof meant === 'number') return { ...place, numbers: null, openedUpTo: meant };
  return { ...place, numbers: [...meant].sort(), ...(resumed.length > 0 ? { resumed } : {}) };
}

/** Every ready one: whoever gave the seat up, was denied it or is halfway is taken up otherwise. */
export function isReady({ state, openedAt }: Pick<CandidateLine, 'state' | 'openedAt'>, openedUpTo: Instant): boolean {
  return state === 'Ready' && openedAt <= openedUpTo;
}

/** Whom a reclaim run means, of those whose seat may be taken back now. */
export function meantBy({ cursor, createdAt }: Pick<JobRun, 'cursor' | 'createdAt'>, now: Instant) {
  const { numbers, openedUpTo = createdAt, resumed = [] } = cursor as ReclaimCursor;
  const chosen = numbers && new Set(numbers);
  const mayBeTaken = (line: CandidateLine) =>
    isTakeable(line, now) || (isResumable(line) && resumed.includes(line.number));
  return (line: CandidateLine): boolean =>
    chosen ? chosen.has(line.number) && mayBeTaken(line) : isReady(line, openedUpTo);
}

/** One person stands behind the run, so it may take no more than one may. */
export function isAlone({ initiator, isFollowUp }: ReclaimCursor): boolean {
  return initiator === undefined && isFollowUp !== true;
}
