import type { ProfileView, RunView } from '../../../../../../src/shared/contract';
import { DataTable, type Column } from '../../../components/data-table';
import { JobRuns } from '../../../components/job-runs';
import { Moment } from '../../../components/moment';
import { RunPeople } from '../../../components/run-people';
import { RunLozenge } from '../../../components/state-lozenges';

const COLUMNS: readonly Column<RunView>[] = [
  { key: 'number', header: 'Number', cell: ({ number }) => number },
  { key: 'name', header: 'Name', cell: ({ name }) => name },
  { key: 'status', header: 'Status', cell: ({ status }) => <RunLozenge status={status} /> },
  { key: 'created', header: 'Created', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'updated', header: 'Updated', cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
  {
    key: 'summary',
    header: 'Result',
    cell: (run) => (
      <>
        {[run.summary, ...run.gaps].join(' ')} <RunPeople run={run} />
      </>
    ),
  },
];

/** What came of the jobs of one profile, newest first. */
export function JobResultsTab({ profile: { id } }: { readonly profile: ProfileView }) {
  return (
    <JobRuns profileId={id} whose="this profile’s jobs" headingLevel={2}>
      {(runs) => <DataTable label="Job results" columns={COLUMNS} rows={runs} rowKey={(run) => run.id} />}
    </JobRuns>
  );
}
