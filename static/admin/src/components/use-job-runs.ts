import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { POLL_MS } from '../api/queries';
import { isUnderWay } from './run-progress';

/** Job results page by page, newest first, of one profile or of all; looked at again while one of them is under way. */
export function useJobRuns({ profileId, isBusy = false }: { readonly profileId?: string; readonly isBusy?: boolean }) {
  const of = profileId === undefined ? {} : { profileId };
  const query = useInfiniteQuery({
    queryKey: ['listJobRuns', of],
    queryFn: ({ pageParam }) => call('listJobRuns', pageParam === '' ? of : { ...of, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: ({ state }) =>
      isBusy || state.data?.pages.some((page) => page.runs.some(isUnderWay)) ? POLL_MS : false,
  });
  return { ...query, runs: query.data?.pages.flatMap((page) => page.runs) ?? [] };
}
