import type { Instant } from './instant';
import type { RemovalCandidate } from './removal-candidate';

/** Until when nothing happens by itself: the time to answer of who was asked; of a seat that was kept, how long it is left alone. */
export function waitsUntil({
  state,
  notice,
  keptUntil,
}: Pick<RemovalCandidate, 'state' | 'notice' | 'keptUntil'>): Instant | null {
  if (state === 'Awaiting User') return notice?.answerBy ?? null;
  return state === 'Closed Skipped' ? (keptUntil ?? notice?.decision?.keptUntil ?? null) : null;
}
