import type { ProfileId } from '../domain/identifiers';
import type { CandidateLine } from './candidate-line';

/** A bucket of the table of candidates as it was read or stored. */
export interface RevisedLines {
  /** Higher after every change, 0 while it was never written. */
  readonly revision: number;
  readonly lines: readonly CandidateLine[];
}

/** Which buckets of the table of candidates changed. Throws a Failure. */
export interface CandidateRevisions {
  readRevision(profileId: ProfileId, count: number, bucket: number): Promise<RevisedLines>;
  /** The revision of every bucket without its lines. A change that is under way counts already, also one that fails then. */
  listRevisions(profileId: ProfileId, count: number): Promise<number[]>;
}
