import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import type { JobView } from '../../../../src/shared/contract';
import { tell } from '../api/bridge';
import { failureOf } from '../api/call';
import { useCommand } from '../api/queries';
import { DataTable, type Column } from './data-table';
import { Row } from './layout';
import { Moment } from './moment';
import { useMay } from './role-notice';
import { isUnderWay } from './run-progress';
import { RunLozenge } from './state-lozenges';

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

/** Scheduled jobs with their next and last run, and a button to run each at once. */
export function JobsTable({ jobs }: { readonly jobs: readonly JobView[] }) {
  return <DataTable label="Scheduled jobs" columns={COLUMNS} rows={jobs} rowKey={({ id }) => id} />;
}

function RunNow({ job }: { readonly job: JobView }) {
  const client = useQueryClient();
  const mayRun = useMay('integrator') === true;
  const run = useCommand('runJobNow', ({ number, createdAt, updatedAt }) => {
    const isNew = createdAt === updatedAt;
    tell('info', isNew ? `${number} has started` : `${number} is already under way`, job.name);
    for (const stale of ['listJobs', 'listJobRuns', 'profile-runs', 'getOverview'])
      void client.invalidateQueries({ queryKey: [stale] });
  });
  const isRunning = job.lastRun !== null && isUnderWay(job.lastRun);
  return (
    <Button
      spacing="compact"
      aria-label={`${isRunning ? 'Running' : 'Run now'}: ${job.name}`}
      isDisabled={isRunning || !mayRun}
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
