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

/** Whether a removal did not work last time: a person may take it up again, with the same checks. */
export function isResumable({ state }: Pick<CandidateRow, 'state'>): boolean {
  return state === 'Attention Required';
}

/** Whether the list knows of nothing that speaks against giving the seat back; the preview looks at the candidate itself. */
export function mayBeRestored({ state, flag }: Pick<CandidateRow, 'state' | 'flag'>): boolean {
  return state === 'Closed Complete' && flag !== 'restored' && flag !== 're-added';
}

/** Whether nothing more happens to a candidate in this state. */
export function isClosed(state: CandidateState): boolean {
  return state.startsWith('Closed');
}
