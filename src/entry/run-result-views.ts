import type { RemovalCandidate } from '../domain/removal-candidate';
import type { LogStart } from '../domain/retention/log-start';
import { whyNotRestorable } from '../domain/retention/restorability';
import type { ChosenCandidate, RunResult } from '../shared/contract';
import { lineOf } from '../usecases/candidate-table';
import type { PersonOfRun } from '../usecases/run-results';
import { candidateRow } from './views';

export function chosenCandidate(candidate: RemovalCandidate, logStart: LogStart): ChosenCandidate {
  return { ...candidateRow(lineOf(candidate)), isRestorable: whyNotRestorable(candidate, logStart) === null };
}

export function runResult({ candidate, isRemoved, what }: PersonOfRun, logStart: LogStart): RunResult {
  return { ...chosenCandidate(candidate, logStart), isRemoved, what };
}
