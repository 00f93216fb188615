import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import type { RunView } from '../../../../src/shared/contract';
import { Row, Stack } from './layout';
import { Problem } from './problem';
import { TableSkeleton } from './skeletons';
import { useJobRuns } from './use-job-runs';

interface JobRunsProps {
  /** Left out: of all profiles. */
  readonly profileId?: string;
  /** Something is known to run: look again. */
  readonly isBusy?: boolean;
  /** Whose results these are, for the words of an empty list. */
  readonly whose: string;
  readonly headingLevel: 2 | 3;
  readonly children: (runs: readonly RunView[]) => ReactNode;
}

/** Job results, newest first, with what belongs around them: what comes, what went wrong, what is older. */
export function JobRuns({ whose, headingLevel, children, ...of }: JobRunsProps) {
  const query = useJobRuns(of);
  const { runs, error, isPending, hasNextPage, isFetchingNextPage } = query;
  if (isPending) return <TableSkeleton rows={5} columns={5} />;
  return (
    <Stack>
      {error ? <Problem error={error} onRetry={() => void query.refetch()} /> : null}
      {runs.length > 0 ? (
        children(runs)
      ) : error ? null : (
        <EmptyState
          header="No results yet"
          headingLevel={headingLevel}
          description={`Each run of ${whose} leaves one result here: what it read, what it cost and what is missing.`}
        />
      )}
      {hasNextPage ? (
        <Row>
          <Button isLoading={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show older results
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
