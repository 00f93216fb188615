import EmptyState from '@atlaskit/empty-state';
import { useSearchParams } from 'react-router-dom';
import type { WorklistRow } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { ListedProfiles, type ProfilesProps } from '../../components/profile-choice';
import { ProfileFilter } from '../../components/profile-filter';
import { SafetyGate } from '../../components/safety-gate';
import { TableSkeleton, TextSkeleton } from '../../components/skeletons';
import { CandidateRuns } from './candidate-runs';
import { CandidatesTable } from './candidates-table';
import { InNumbers } from './in-numbers';
import { useCandidateRows, type ListedCandidate } from './use-candidate-rows';
import { useWorklist } from './use-worklist';
import { WaitingRequest } from './waiting-request';
import { Worklist } from './worklist';

/** People proposed for removal, grouped by state. */
export default function CandidatesPage() {
  return (
    <Page
      title="Removal candidates"
      lead="People whose seat was not used. Nothing is removed until you reclaim it, and everybody is checked once more right before."
    >
      <ListedProfiles>
        {(profiles) => <Candidates key={profiles.listed.map(({ id }) => id).join()} profiles={profiles} />}
      </ListedProfiles>
    </Page>
  );
}

function Candidates({ profiles }: { readonly profiles: ProfilesProps }) {
  const { listed } = profiles;
  const ids = listed.map(({ id }) => id);
  const { query, soFar } = useCandidateRows(ids);
  const site = useAnswer('listJiraGroups', {}).data;
  const worklist = useWorklist(ids, query.data, site?.groups);
  const rows = query.data ?? soFar.rows;
  return (
    <>
      {listed.map(({ id, displayName }) => (
        <WaitingRequest key={id} profileId={id} {...(listed.length > 1 ? { of: displayName } : {})} />
      ))}
      {/* The gate reads as much as the list: the first people come first. */}
      {rows || query.error ? (
        listed.map(({ id, displayName }) => (
          <SafetyGate key={id} profileId={id} {...(listed.length > 1 ? { of: displayName } : {})} />
        ))
      ) : (
        <TextSkeleton lines={1} />
      )}
      {rows ? <CandidateRuns /> : null}
      {query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && query.data.length > 0 ? <InNumbers rows={query.data} /> : null}
      {rows && query.data?.length !== 0 ? (
        <CandidatesTable
          profiles={profiles}
          rows={flagged(rows, worklist)}
          readShare={query.data ? null : soFar.share}
        />
      ) : null}
      {query.data?.length === 0 ? <NoCandidates profiles={profiles} /> : null}
      {rows || query.error ? null : (
        <div aria-busy="true">
          <TableSkeleton rows={10} columns={5} />
        </div>
      )}
      <Worklist rows={worklist} />
    </>
  );
}

/** A seat that can't be freed is marked before anybody tries. */
function flagged(rows: readonly ListedCandidate[], worklist: readonly WorklistRow[]): readonly ListedCandidate[] {
  if (worklist.length === 0) return rows;
  const blocked = new Set(worklist.map(({ number }) => number));
  return rows.map((row) => (blocked.has(row.number) ? { ...row, flag: 'cannot-be-freed' } : row));
}

function NoCandidates({ profiles: { all, listed } }: { readonly profiles: ProfilesProps }) {
  const [, setParams] = useSearchParams();
  return (
    <>
      <ProfileFilter
        profiles={all}
        listed={listed.map(({ id }) => id)}
        onChoose={(profile) => setParams(profile === null ? {} : { profile })}
      />
      <EmptyState
        header="No removal candidates"
        headingLevel={2}
        description="People appear here when they were inactive longer than their app’s rule allows. They are looked for every day after activity was read."
      />
    </>
  );
}
