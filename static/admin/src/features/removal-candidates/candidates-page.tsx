import EmptyState from '@atlaskit/empty-state';
import type { CandidateRow, ProfileView, WorklistRow } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { ChosenProfile, ProfileSwitch } from '../../components/profile-choice';
import { SafetyGate } from '../../components/safety-gate';
import { TableSkeleton } from '../../components/skeletons';
import { CandidatesTable } from './candidates-table';
import { Worklist } from './worklist';
import { useWorklist } from './use-worklist';
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
  const worklist = useWorklist(profile.id);
  return (
    <>
      <ProfileSwitch current={profile} />
      <SafetyGate profileId={profile.id} />
      <Loaded query={rows} skeleton={<TableSkeleton rows={10} columns={5} />}>
        {(all) =>
          all.length > 0 ? (
            <CandidatesTable profile={profile} rows={flagged(all, worklist)} roles={roles} />
          ) : (
            <NoCandidates />
          )
        }
      </Loaded>
      <Worklist rows={worklist} />
    </>
  );
}

/** A seat that can't be freed is marked before anybody tries. */
function flagged(rows: readonly CandidateRow[], worklist: readonly WorklistRow[]): readonly CandidateRow[] {
  const blocked = new Set(worklist.map(({ number }) => number));
  return rows.map((row) => (blocked.has(row.number) ? { ...row, flag: 'cannot-be-freed' } : row));
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
