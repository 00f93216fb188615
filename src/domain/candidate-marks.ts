import type { Instant } from './instant';
import { isOpen, type RemovalCandidate } from './removal-candidate';

/** Until when nothing happens by itself: the time to answer of who was asked; of a seat that was kept, how long it is left alone. */
export function waitsUntil({
  state,
  notice,
  keptUntil,
}: Pick<RemovalCandidate, 'state' | 'notice' | 'keptUntil'>): Instant | null {
  if (state === 'Awaiting User') return notice?.answerBy ?? null;
  return state === 'Closed Skipped' ? (keptUntil ?? notice?.decision?.keptUntil ?? null) : null;
}

/** What a list shows beside the state, in the order they are stored. */
export const CANDIDATE_FLAGS = ['restored', 're-added', 'cannot-be-freed', 'not-freed'] as const;
export type CandidateFlag = (typeof CANDIDATE_FLAGS)[number];

export function flagOf({ restored, returned, blocked, seatFreed, state }: RemovalCandidate): CandidateFlag | null {
  if (returned) return 're-added';
  if (restored) return 'restored';
  if (seatFreed === 'not-freed') return 'not-freed';
  return blocked && isOpen(state) ? 'cannot-be-freed' : null;
}
