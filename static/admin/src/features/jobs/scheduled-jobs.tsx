import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { JobView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { isUnderWay } from '../../components/run-progress';
import { RunLozenge } from '../../components/state-lozenges';

const COLUMNS: readonly Column<JobView>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name },
  { key: 'subflow', header: 'Subflow', cell: ({ subflow }) => subflow },
  { key: 'cadence', header: 'Runs', cell: ({ cadence }) => cadence },
  { key: 'next', header: 'Next', cell: ({ nextAt }) => (nextAt ? <Moment at={nextAt} /> : 'When it is due') },
  {
    key: 'last',
    header: 'Last result',
    cell: ({ lastRun }) =>
      lastRun ? (
        <Row>
          <RunLozenge status={lastRun.status} /> <Moment at={lastRun.finishedAt ?? lastRun.updatedAt} />
        </Row>
      ) : (
        'Has not run yet'
      ),
  },
  { key: 'run', header: 'Action', cell: (job) => <RunNow job={job} /> },
];

/** The jobs with their next and last run. */
export function ScheduledJobs({ jobs }: { readonly jobs: readonly JobView[] }) {
  const navigate = useNavigate();
  if (jobs.length > 0)
    return <DataTable label="Scheduled jobs" columns={COLUMNS} rows={jobs} rowKey={({ id }) => id} />;
  return (
    <EmptyState
      header="No jobs yet"
      headingLevel={3}
      description="Publishing an integration profile creates its jobs and starts the first one."
      primaryAction={<Button onClick={() => navigate('/profiles')}>Go to integration profiles</Button>}
    />
  );
}

function RunNow({ job }: { readonly job: JobView }) {
  const client = useQueryClient();
  const run = useCommand('runJobNow', ({ number, createdAt, updatedAt }) => {
    const isNew = createdAt === updatedAt;
    tell('info', isNew ? `${number} has started` : `${number} is already under way`, job.name);
    for (const stale of ['listJobs', 'listJobRuns', 'getOverview'])
      void client.invalidateQueries({ queryKey: [stale] });
  });
  const isRunning = job.lastRun !== null && isUnderWay(job.lastRun);
  return (
    <Button
      spacing="compact"
      aria-label={`${isRunning ? 'Running' : 'Run now'}: ${job.name}`}
      isDisabled={isRunning}
      isLoading={run.isPending}
      onClick={() =>
        run.mutate(
          { jobId: job.id },
          { onError: (error) => tell('error', `${job.name} did not start`, failureOf(error).message) },
        )
      }
    >
      {isRunning ? 'Running' : 'Run now'}
    </Button>
  );
}
