import EmptyState from '@atlaskit/empty-state';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { ChosenProfile, ProfileSwitch } from '../../components/profile-choice';
import { TableSkeleton } from '../../components/skeletons';
import { CandidatesTable } from './candidates-table';
import { useCandidateRows } from './use-candidate-rows';

/** People proposed for removal, grouped by state. */
export default function CandidatesPage() {
  return (
    <Page
      title="Removal candidates"
      lead="People whose seat was not used. Nothing is removed until you reclaim it, and everybody is checked once more right before."
    >
      <ChosenProfile>{(profile) => <Candidates profile={profile} />}</ChosenProfile>
    </Page>
  );
}

function Candidates({ profile }: { readonly profile: ProfileView }) {
  const rows = useCandidateRows(profile.id);
  const roles = useAnswer('listJiraGroups', {}).data?.roles ?? [];
  return (
    <>
      <ProfileSwitch current={profile} />
      <Loaded query={rows} skeleton={<TableSkeleton rows={10} columns={5} />}>
        {(all) => (all.length > 0 ? <CandidatesTable profile={profile} rows={all} roles={roles} /> : <NoCandidates />)}
      </Loaded>
    </>
  );
}

function NoCandidates() {
  return (
    <EmptyState
      header="No removal candidates"
      headingLevel={2}
      description="People appear here when they were inactive longer than their app’s rule allows. They are looked for every day after activity was read."
    />
  );
}
