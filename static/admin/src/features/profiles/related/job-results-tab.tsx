import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ProfileView, RunView } from '../../../../../../src/shared/contract';
import { call } from '../../../api/call';
import { POLL_MS } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { Row, Stack } from '../../../components/layout';
import { Moment } from '../../../components/moment';
import { Problem } from '../../../components/problem';
import { isUnderWay } from '../../../components/run-progress';
import { TableSkeleton } from '../../../components/skeletons';
import { RunLozenge } from '../../../components/state-lozenges';

const COLUMNS: readonly Column<RunView>[] = [
  { key: 'number', header: 'Number', cell: ({ number }) => number },
  { key: 'name', header: 'Name', cell: ({ name }) => name },
  { key: 'status', header: 'Status', cell: ({ status }) => <RunLozenge status={status} /> },
  { key: 'created', header: 'Created', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'updated', header: 'Updated', cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
  { key: 'summary', header: 'Result', cell: ({ summary, gaps }) => [summary, ...gaps].join(' ') },
];

/** What came of the jobs of one profile, newest first. */
export function JobResultsTab({ profile: { id } }: { readonly profile: ProfileView }) {
  const runs = useInfiniteQuery({
    queryKey: ['profile-runs', id],
    queryFn: ({ pageParam }) =>
      call('listJobRuns', pageParam === '' ? { profileId: id } : { profileId: id, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.runs.some(isUnderWay)) ? POLL_MS : false),
  });
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  if (runs.isPending) return <TableSkeleton rows={5} columns={5} />;
  return (
    <Stack>
      {runs.error ? <Problem error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {all.length > 0 ? (
        <DataTable label="Job results" columns={COLUMNS} rows={all} rowKey={(run) => run.id} />
      ) : runs.error ? null : (
        <EmptyState
          header="No results yet"
          headingLevel={2}
          description="Each run of this profile’s jobs leaves one result here: what it read, what it cost and what is missing."
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
