import type { CandidateFlag, CandidateRow, CandidateState } from '../../../../../src/shared/contract';

/** What the list can be filtered by: the address names either. */
export type CandidateKind = CandidateFlag | CandidateState;

/** Whether a row is of the kind that the address names; null: of any. */
export function isOfKind({ flag, state }: Pick<CandidateRow, 'flag' | 'state'>, kind: string | null): boolean {
  return kind === null || flag === kind || state === kind;
}
