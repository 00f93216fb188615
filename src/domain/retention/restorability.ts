import type { RemovalCandidate } from '../removal-candidate';
import type { LogStart } from './log-start';

/** Why a seat can't be given back. `evidence-deleted`: what proves its removal is not kept any more. */
export type NotRestorable = 'nothing-removed' | 'restored-already' | 'evidence-deleted';

type Removal = Pick<RemovalCandidate, 'state' | 'groupsRemoved' | 'restored' | 'restoringSince' | 'closedAt'>;

/** Why there is nothing to give back; null: there is. A restore that has begun is finished, whatever is deleted meanwhile. */
export function whyNotRestorable(candidate: Removal, { deletedUntil }: LogStart): NotRestorable | null {
  const { state, groupsRemoved, restored, restoringSince, closedAt } = candidate;
  if (state !== 'Closed Complete' || groupsRemoved === null || groupsRemoved.length === 0) return 'nothing-removed';
  // Jira may have said that it gave groups back and show otherwise, or nothing: they can be given back once more.
  if (restored?.missing.length === 0 && restored.seatBack === 'proven') return 'restored-already';
  const isProven = deletedUntil === null || (closedAt !== null && closedAt > deletedUntil);
  return isProven || restoringSince !== null ? null : 'evidence-deleted';
}
