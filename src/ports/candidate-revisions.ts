import type { ProfileId } from '../domain/identifiers';
import type { CandidateLine } from './candidate-line';

/** Which buckets of the table of candidates changed. Throws a Failure. */
export interface CandidateRevisions {
  /** A bucket with its revision: higher after every change, 0 while it was never written. */
  readRevision(
    profileId: ProfileId,
    count: number,
    bucket: number,
  ): Promise<{ readonly revision: number; readonly lines: CandidateLine[] }>;
  /** The revision of every bucket without its lines. A change that is under way counts already, also one that fails then. */
  listRevisions(profileId: ProfileId, count: number): Promise<number[]>;
}
