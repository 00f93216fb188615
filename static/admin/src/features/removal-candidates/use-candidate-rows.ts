import { useState } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { painted } from '../../api/painted';
import { readBuckets } from '../../api/read-buckets';

/** A candidate, and the profile whose seat it is about. */
export interface ListedCandidate extends CandidateRow {
  readonly profileId: string;
}

interface SoFar {
  readonly rows?: readonly ListedCandidate[];
  /** Of all that is to be read. */
  readonly share: number;
}

/** How often candidates that are still being read are shown. */
const SHOW_MS = 400;

/** All removal candidates of these profiles; while they are read, those that are there already. */
export function useCandidateRows(profileIds: readonly string[]): {
  readonly query: UseQueryResult<readonly ListedCandidate[]>;
  readonly soFar: SoFar;
} {
  const [soFar, setSoFar] = useState<SoFar>({ share: 0 });
  const query = useQuery({
    queryKey: ['candidate-rows', ...profileIds],
    queryFn: async () => {
      try {
        return await readCandidates(profileIds, setSoFar);
      } finally {
        setSoFar({ share: 0 });
      }
    },
  });
  return { query, soFar };
}

async function readCandidates(
  profileIds: readonly string[],
  show: (soFar: SoFar) => void,
): Promise<readonly ListedCandidate[]> {
  let shown = -Infinity;
  const done: ListedCandidate[] = [];
  for (const [place, profileId] of profileIds.entries()) {
    const rows = await readProfile(profileId, (parts, share) => {
      if (performance.now() - shown < SHOW_MS) return;
      shown = performance.now();
      show({ rows: [...done, ...parts.flat()], share: (place + share) / profileIds.length });
    });
    done.push(...rows);
  }
  return done;
}

/** The first bucket tells how many there are, so nothing has to be asked before it. */
async function readProfile(
  profileId: string,
  show: (parts: readonly (readonly ListedCandidate[])[], share: number) => void,
): Promise<readonly ListedCandidate[]> {
  const ask = (bucket: number) => call('readCandidateBucket', { profileId, bucket });
  const listed = (rows: readonly CandidateRow[]) => rows.map((row) => ({ ...row, profileId }));
  const first = await ask(0);
  const read = async (bucket: number) => listed((bucket === 0 ? first : await ask(bucket)).rows);
  show([listed(first.rows)], 1 / first.buckets);
  await painted();
  const parts = await readBuckets(first.buckets, read, (soFar, count) => show(soFar, count / first.buckets));
  return parts.flat();
}
