import Lozenge from '@atlaskit/lozenge';
import type { JobView } from '../../../../src/shared/contract';
import { DataTable, type Column } from './data-table';
import { JobActions } from './job-actions';
import { Row } from './layout';
import { Moment } from './moment';
import { PersonName } from './person';
import { isUnderWay } from './run-progress';
import styles from './jobs-table.module.css';
import { RunLozenge } from './state-lozenges';

const COLUMNS: readonly Column<JobView>[] = [
  {
    key: 'name',
    header: 'Name and subflow',
    cell: ({ name, subflow }) => (
      <>
        {name}
        <div className={styles.subflow}>{subflow}</div>
      </>
    ),
  },
  { key: 'cadence', header: 'Runs', cell: ({ cadence }) => cadence },
  { key: 'state', header: 'State', cell: (job) => <State job={job} /> },
  { key: 'next', header: 'Next', cell: (job) => <Next job={job} /> },
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
  { key: 'actions', header: 'Actions', cell: (job) => <JobActions job={job} /> },
];

/** Scheduled jobs with their next and last run, and buttons to run each at once, to pause and to resume it. */
export function JobsTable({ jobs }: { readonly jobs: readonly JobView[] }) {
  return <DataTable label="Scheduled jobs" columns={COLUMNS} rows={jobs} rowKey={({ id }) => id} />;
}

function State({ job: { paused, pausedBy, pausedAt, lastRun } }: { readonly job: JobView }) {
  if (!paused || pausedAt === null) {
    const isRunning = lastRun !== null && isUnderWay(lastRun);
    return <Lozenge appearance={isRunning ? 'information' : 'success'}>{isRunning ? 'Running' : 'Active'}</Lozenge>;
  }
  return (
    <div>
      <Lozenge appearance="warning">Paused</Lozenge>
      <div className={styles.paused}>
        {pausedBy ? <PersonName accountId={pausedBy} /> : null}, <Moment at={pausedAt} />
      </div>
    </div>
  );
}

function Next({ job: { kind, nextAt, paused } }: { readonly job: JobView }) {
  if (paused) return 'When somebody runs it';
  if (nextAt) return <Moment at={nextAt} />;
  return kind === 'report' ? 'Within an hour' : 'After the job above';
}
