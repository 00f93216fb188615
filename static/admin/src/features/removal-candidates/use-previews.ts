import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow, ReclaimResult } from '../../../../../src/shared/contract';
import { call } from '../../api/call';

const PARALLEL = 3;
const FRESH_MS = 60_000;
let running = 0;
const queue: (() => void)[] = [];

/** The preview of each person: the checks that reclaiming makes, without the change. A few at a time. */
export function usePreviews(people: readonly CandidateRow[]): UseQueryResult<ReclaimResult>[] {
  return useQueries({
    queries: people.map(({ number }) => ({
      queryKey: ['preview', number],
      queryFn: () => inTurn(() => call('reclaimNow', { number, mode: 'preview' })),
      staleTime: FRESH_MS,
    })),
  });
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= PARALLEL) await new Promise<void>((go) => queue.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}
