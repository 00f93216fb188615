import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useNavigate } from 'react-router-dom';
import type { JobView } from '../../../../../src/shared/contract';
import { JobsTable } from '../../components/jobs-table';

/** The jobs of all profiles, or how they come into being. */
export function ScheduledJobs({ jobs }: { readonly jobs: readonly JobView[] }) {
  const navigate = useNavigate();
  if (jobs.some(({ kind }) => kind === 'download')) return <JobsTable jobs={jobs} />;
  return (
    <>
      <JobsTable jobs={jobs} />
      <EmptyState
        header="No jobs of profiles yet"
        headingLevel={3}
        description="Publishing an integration profile creates its jobs and starts the first one."
        primaryAction={<Button onClick={() => navigate('/profiles')}>Go to integration profiles</Button>}
      />
    </>
  );
}
