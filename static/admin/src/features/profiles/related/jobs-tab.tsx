import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useQueryClient } from '@tanstack/react-query';
import type { JobView, ProfileView } from '../../../../../../src/shared/contract';
import { tell } from '../../../api/bridge';
import { failureOf } from '../../../api/call';
import { useCommand } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { Row } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { Moment } from '../../../components/moment';
import { useMay } from '../../../components/role-notice';
import { isUnderWay } from '../../../components/run-progress';
import { TableSkeleton } from '../../../components/skeletons';
import { RunLozenge } from '../../../components/state-lozenges';
import { useJobs } from '../use-profile-jobs';

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

/** The scheduled jobs of one profile. */
export function JobsTab({ profile }: { readonly profile: ProfileView }) {
  const query = useJobs();
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} columns={5} />}>
      {({ jobs: all }) => {
        const jobs = all.filter(({ profileId }) => profileId === profile.id);
        return jobs.length > 0 ? (
          <DataTable label="Scheduled jobs" columns={COLUMNS} rows={jobs} rowKey={({ id }) => id} />
        ) : (
          <EmptyState
            header="No scheduled jobs"
            headingLevel={2}
            description="A draft has no jobs. Publishing the profile creates them and starts the first one."
          />
        );
      }}
    </Loaded>
  );
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
