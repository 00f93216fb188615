import { useState } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { SubscriptionRow, SubscriptionTable } from '../../../../../src/shared/contract';
import { call, CallFailure } from '../../api/call';
import { readBuckets } from '../../components/read-buckets';

export interface SubscriptionRows {
  readonly query: UseQueryResult<readonly SubscriptionRow[]>;
  readonly bucketsRead: number;
}

/** All rows of one generation of the table. When it is replaced meanwhile, the table is asked again and so are the rows. */
export function useSubscriptionRows(profileId: string, table: SubscriptionTable): SubscriptionRows {
  const client = useQueryClient();
  const [bucketsRead, setBucketsRead] = useState(0);
  const { generation, buckets } = table;
  const query = useQuery({
    queryKey: ['subscription-rows', profileId, generation],
    queryFn: async () => {
      setBucketsRead(0);
      try {
        return await readBuckets(buckets, readBucket, setBucketsRead);
      } catch (error) {
        if (error instanceof CallFailure && error.error.code === 'conflict')
          await client.invalidateQueries({ queryKey: ['getSubscriptionTable'] });
        throw error;
      }
    },
  });

  async function readBucket(bucket: number): Promise<readonly SubscriptionRow[]> {
    return (await call('readSubscriptionBucket', { profileId, generation, bucket })).rows;
  }

  return { query, bucketsRead };
}
