import type { CandidateFlag } from '../domain/candidate-marks';
import type { Instant } from '../domain/instant';
import type { RemovalCandidate } from '../domain/removal-candidate';

/** One line per person and application: the newest candidate. A projection of the candidates for tables and counts. */
export interface CandidateLine extends Pick<
  RemovalCandidate,
  | 'accountId'
  | 'roleKey'
  | 'number'
  | 'state'
  | 'openedAt'
  | 'inactiveDays'
  | 'justification'
  | 'seatFreed'
  | 'alsoLost'
> {
  /** When it was closed, or restored after that; null while it is open. */
  readonly settledAt: Instant | null;
  readonly flag: CandidateFlag | null;
  /** When the person was asked last; null: they were not, or it is settled. */
  readonly askedAt: Instant | null;
  /** As `waitsUntil` of the candidate. */
  readonly until: Instant | null;
}
