import type { RemovalCandidate } from '../domain/removal-candidate';
import type { ChosenCandidate, RunResult } from '../shared/contract';
import { lineOf } from '../usecases/candidate-table';
import { whyNotRestorable } from '../usecases/restore-seat';
import type { PersonOfRun } from '../usecases/run-results';
import { candidateRow } from './views';

export function chosenCandidate(candidate: RemovalCandidate): ChosenCandidate {
  return { ...candidateRow(lineOf(candidate)), isRestorable: whyNotRestorable(candidate) === null };
}

export function runResult({ candidate, isRemoved, what }: PersonOfRun): RunResult {
  return { ...chosenCandidate(candidate), isRemoved, what };
}
