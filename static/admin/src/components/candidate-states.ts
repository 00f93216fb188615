import type { CandidateState } from '../../../../src/shared/contract';

/** The states of a removal candidate, the ones that wait for somebody first. */
export const STATES = [
  'Ready',
  'Attention Required',
  'Awaiting User',
  'Awaiting Approval',
  'Awaiting Revocation',
  'Closed Complete',
  'Closed Skipped',
  'Closed Canceled',
] as const satisfies readonly CandidateState[];

/** Whether nothing more happens to a candidate in this state. */
export function isClosed(state: CandidateState): boolean {
  return state.startsWith('Closed');
}
