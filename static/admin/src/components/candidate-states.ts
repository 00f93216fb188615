import type { CandidateRow, CandidateState } from '../../../../src/shared/contract';

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

/** Whether the seat may be taken back now: ready, given up or denied, or the time to answer went by. `now` in milliseconds. */
export function isReclaimable({ state, until }: Pick<CandidateRow, 'state' | 'until'>, now: number): boolean {
  if (state === 'Awaiting User') return until !== null && Date.parse(until) <= now;
  return state === 'Ready' || state === 'Awaiting Revocation';
}

/** Whether nothing more happens to a candidate in this state. */
export function isClosed(state: CandidateState): boolean {
  return state.startsWith('Closed');
}
