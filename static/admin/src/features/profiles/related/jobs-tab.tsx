import EmptyState from '@atlaskit/empty-state';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { JobsTable } from '../../../components/jobs-table';
import { Loaded } from '../../../components/loaded';
import { TableSkeleton } from '../../../components/skeletons';
import { useJobs } from '../use-profile-jobs';

/** The scheduled jobs of one profile. */
export function JobsTab({ profile }: { readonly profile: ProfileView }) {
  const query = useJobs();
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={3} columns={5} />}>
      {({ jobs: all }) => {
        const jobs = all.filter(({ profileId }) => profileId === profile.id);
        if (jobs.length > 0) return <JobsTable jobs={jobs} />;
        return (
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
