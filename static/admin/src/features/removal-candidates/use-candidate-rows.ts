import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { readBuckets } from '../../api/read-buckets';

/** All removal candidates of a profile. */
export function useCandidateRows(profileId: string): UseQueryResult<readonly CandidateRow[]> {
  return useQuery({
    queryKey: ['candidate-rows', profileId],
    queryFn: async () => {
      const { buckets } = await call('getCandidateTable', { profileId });
      const read = async (bucket: number) => (await call('readCandidateBucket', { profileId, bucket })).rows;
      return (await readBuckets(buckets, read)).flat();
    },
  });
}
