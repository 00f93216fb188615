import type { CandidateRow, ReclaimRequestView, SafetyGateView } from '../../../../../src/shared/contract';

/** One request is about so many seats at most. */
export const APPROVAL_LIMIT = 1000;

/** Of which applications these are more seats than one person may take back alone now; of none: nobody else is needed. */
export function beyondOne(people: readonly CandidateRow[], { seatsAlone }: Pick<SafetyGateView, 'seatsAlone'>) {
  return seatsAlone
    .map((alone) => ({ ...alone, wanted: people.filter(({ roleKey }) => roleKey === alone.roleKey).length }))
    .filter(({ wanted, seats }) => wanted > seats);
}

/** Whether somebody still has to decide. */
export function isUndecided({ state }: ReclaimRequestView): boolean {
  return state === 'open' || state === 'starting';
}
