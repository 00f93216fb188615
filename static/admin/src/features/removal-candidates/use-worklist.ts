import { useQuery } from '@tanstack/react-query';
import type { JiraGroupView, WorklistRow } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { readBuckets } from '../../api/read-buckets';
import type { ListedCandidate } from './use-candidate-rows';

/**
 * Candidates of these profiles whose seat can't be freed here. Reading them costs as much as the list itself, so it is only
 * done where a group is managed elsewhere or a re-check found one that stands in the way.
 */
export function useWorklist(
  profileIds: readonly string[],
  rows: readonly ListedCandidate[] | undefined,
  groups: readonly JiraGroupView[] | undefined,
): readonly WorklistRow[] {
  const isManaged = groups?.some(({ externallyManaged }) => externallyManaged) ?? false;
  const isBlocked = rows?.some(({ flag }) => flag === 'cannot-be-freed') ?? false;
  const { data } = useQuery({
    queryKey: ['worklist', ...profileIds],
    enabled: rows !== undefined && groups !== undefined && (isManaged || isBlocked),
    queryFn: async () => (await Promise.all(profileIds.map(readProfile))).flat(),
  });
  return data ?? NONE;
}

const NONE: readonly WorklistRow[] = [];

async function readProfile(profileId: string): Promise<readonly WorklistRow[]> {
  const { buckets } = await call('readCandidateBucket', { profileId, bucket: 0 });
  const read = async (bucket: number) => (await call('readWorklistBucket', { profileId, bucket })).rows;
  return (await readBuckets(buckets, read)).flat();
}
