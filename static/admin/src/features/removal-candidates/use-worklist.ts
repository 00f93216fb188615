import { useQuery } from '@tanstack/react-query';
import type { WorklistRow } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { readBuckets } from '../../api/read-buckets';

/** Candidates of a profile whose seat can't be freed here. */
export function useWorklist(profileId: string): readonly WorklistRow[] {
  const { data } = useQuery({
    queryKey: ['worklist', profileId],
    queryFn: async () => {
      const { buckets } = await call('getCandidateTable', { profileId });
      const read = async (bucket: number) => (await call('readWorklistBucket', { profileId, bucket })).rows;
      return (await readBuckets(buckets, read)).flat();
    },
  });
  return data ?? NONE;
}

const NONE: readonly WorklistRow[] = [];
