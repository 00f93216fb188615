import type { GroupId } from './identifiers';
import { isHalfway, stateAfter, type BlockedSeat, type RemovalCandidate } from './removal-candidate';

/** What is known now of the groups that stood in the way of freeing a seat. */
export interface GroupsNow {
  /** Those that this app may change: the profile's selection without what is managed elsewhere. */
  readonly changeable: (groupId: GroupId) => boolean;
  /** Whether the group still gives the seat to this person; `unknown` keeps it in the way. */
  readonly gives: (groupId: GroupId) => boolean | 'unknown';
}

/** Whether nothing of what stood in the way does any more: each group can be changed now, or gives the seat no longer. */
export function isMended({ groupIds }: BlockedSeat, now: GroupsNow): boolean {
  return groupIds.every((groupId) => now.changeable(groupId) || now.gives(groupId) === false);
}

type Blocked = RemovalCandidate & { readonly blocked: BlockedSeat };

/** Whether a candidate goes back to Ready by itself once its seat can be freed: never one whose removal is halfway. */
export function waitsForMending(candidate: RemovalCandidate): candidate is Blocked {
  return (
    candidate.blocked !== null && !isHalfway(candidate) && stateAfter(candidate.state, 'trouble-mended') === 'Ready'
  );
}
