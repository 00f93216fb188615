import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { POLL_MS } from '../../api/queries';
import { Row, Stack } from '../../components/layout';
import { Problem } from '../../components/problem';
import { isUnderWay } from '../../components/run-progress';
import { TableSkeleton } from '../../components/skeletons';
import { JobResult } from './job-result';
import styles from './jobs.module.css';

/** Job results, newest first; a running one shows its progress. */
export function JobResults({ isBusy }: { readonly isBusy: boolean }) {
  const runs = useInfiniteQuery({
    queryKey: ['listJobRuns'],
    queryFn: ({ pageParam }) => call('listJobRuns', pageParam === '' ? {} : { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: ({ state }) =>
      isBusy || state.data?.pages.some((page) => page.runs.some(isUnderWay)) ? POLL_MS : false,
  });
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  if (runs.isPending) return <TableSkeleton rows={5} columns={4} />;
  return (
    <Stack>
      {runs.error ? <Problem error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {all.length > 0 ? (
        <ul className={styles.results}>
          {all.map((run) => (
            <JobResult key={run.id} run={run} />
          ))}
        </ul>
      ) : runs.error ? null : (
        <EmptyState
          header="No results yet"
          headingLevel={3}
          description="Each run of a job leaves one result here: what it read, what it cost and what is missing."
        />
      )}
      {runs.hasNextPage ? (
        <Row>
          <Button isLoading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            Show older results
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
