import type { CandidateRow, ReclaimRequestView, SafetyGateView } from '../../../../../src/shared/contract';

/** One request is about so many seats at most. */
export const APPROVAL_LIMIT = 1000;

/** Whether these are more seats than one person may take back alone now. */
export function takesTwo(people: readonly CandidateRow[], gate: Pick<SafetyGateView, 'seatsAlone'>): boolean {
  return gate.seatsAlone.some(
    ({ roleKey, seats }) => people.filter((person) => person.roleKey === roleKey).length > seats,
  );
}

/** Whether somebody still has to decide. */
export function isUndecided({ state }: ReclaimRequestView): boolean {
  return state === 'open' || state === 'starting';
}
