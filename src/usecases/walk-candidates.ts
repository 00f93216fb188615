import type { CandidateNumber, ProfileId } from '../domain/identifiers';
import type { CandidateLine, CandidateStore } from '../ports/stores';

/** A place in the table of candidates: bucket by bucket, in each bucket by number. */
export interface CandidatePlace {
  readonly bucket: number;
  /** Empty before the first. */
  readonly number: CandidateNumber;
}

/** The place of the next candidate whose line fits, or one behind the last bucket. */
export async function nextPlace(
  from: CandidatePlace,
  table: { readonly profileId: ProfileId; readonly buckets: number },
  fits: (line: CandidateLine) => boolean,
  { candidates }: { readonly candidates: CandidateStore },
): Promise<CandidatePlace> {
  let { bucket, number: after } = from;
  for (; bucket < table.buckets; bucket += 1, after = '') {
    const lines = await candidates.readBucket(table.profileId, table.buckets, bucket);
    const number = lines
      .filter(fits)
      .map((line) => line.number)
      .filter((each) => each > after)
      .sort()[0];
    if (number !== undefined) return { bucket, number };
  }
  return { bucket, number: after };
}
