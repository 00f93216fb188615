import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RunResult } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { readBuckets } from '../../api/read-buckets';

/** How long a part is left alone while the run goes on: a long list costs more to read. */
const MS_A_PART = 2_000;

interface Results {
  readonly rows: readonly RunResult[];
  readonly parts: number;
}

/** What a run came to, person by person; looked at again while it is under way. */
export function useRunResults(runId: string, isRunning: boolean): UseQueryResult<Results> {
  return useQuery({
    queryKey: ['run-results', runId],
    queryFn: () => readAll(runId),
    refetchInterval: ({ state }) => (isRunning ? MS_A_PART * (state.data?.parts ?? 1) : false),
  });
}

async function readAll(runId: string): Promise<Results> {
  const first = await call('readRunResults', { runId, part: 0 });
  const read = async (part: number) => (part === 0 ? first : await call('readRunResults', { runId, part })).rows;
  return { rows: (await readBuckets(first.parts, read)).flat(), parts: first.parts };
}
