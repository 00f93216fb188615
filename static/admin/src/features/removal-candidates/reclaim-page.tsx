import { useState } from 'react';
import EmptyState from '@atlaskit/empty-state';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { isReclaimable } from '../../components/candidate-states';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { TableSkeleton } from '../../components/skeletons';
import { BackToCandidates } from './back-to-candidates';
import { NobodyChosen } from './nobody-chosen';
import { planOf, reclaimAddress, requestAddress, type ReclaimPlan } from './reclaim-address';
import { ReclaimPreview } from './reclaim-preview';
import { ReclaimRun } from './reclaim-run';
import { RequestedReclaim } from './requested-reclaim';
import { ResultsTable } from './results-table';
import { useCandidateRows } from './use-candidate-rows';
import { useFocusAfter } from './use-focus-after';
import { useShownRequest } from './use-shown-request';
import { useShownRun } from './use-shown-run';

/** The preview of a removal, then its progress and its results, at one address. */
export default function ReclaimPage() {
  const [params] = useSearchParams();
  const plan = planOf(params);
  const { query: rows } = useCandidateRows(plan.profileId === '' ? [] : [plan.profileId]);
  const title = plan.requestId ? 'Request for approval' : plan.runId ? 'Reclaim seats' : 'Preview before reclaiming';
  return (
    <Page title={title} breadcrumbs={<BackToCandidates />}>
      {plan.profileId === '' ? (
        <NobodyChosen />
      ) : (
        <Loaded query={rows} skeleton={<TableSkeleton rows={6} columns={4} />}>
          {(all) => <Reclaim plan={plan} all={all} />}
        </Loaded>
      )}
    </Page>
  );
}

interface ReclaimProps {
  readonly plan: ReclaimPlan;
  readonly all: readonly CandidateRow[];
}

function Reclaim({ plan, all }: ReclaimProps) {
  const navigate = useNavigate();
  const focus = useFocusAfter();
  const showRun = useShownRun();
  const showRequest = useShownRequest();
  const now = useNow();
  // Who was meant by "all that are ready" must not change under the administrator's hands while the page is open.
  const [numbers] = useState(() => new Set(wanted(plan, all)));
  const { profileId, requestId } = plan;
  if (requestId) return <RequestedReclaim profileId={profileId} requestId={requestId} all={all} focus={focus} />;
  const people = all.filter(({ number }) => numbers.has(number));
  if (plan.runId)
    return <ReclaimRun runId={plan.runId} profileId={plan.profileId} people={people} place={focus.outcome} />;
  const ready = people.filter((row) => isReclaimable(row, now));
  if (ready.length === 0)
    return (
      <>
        <EmptyState
          header="Nobody here is ready any more"
          headingLevel={2}
          description="They were reclaimed or closed meanwhile."
        />
        {people.length > 0 ? <ResultsTable people={people} since="" isUnderWay={false} /> : null}
      </>
    );
  return (
    <ReclaimPreview
      plan={plan}
      people={ready}
      focus={focus}
      onStarted={(run) => {
        showRun(run);
        navigate(reclaimAddress(profileId, plan.numbers, run.id), { replace: true });
      }}
      onRequested={(request) => {
        showRequest(request);
        navigate(requestAddress(profileId, request.id), { replace: true });
      }}
    />
  );
}

function wanted({ numbers }: ReclaimPlan, all: readonly CandidateRow[]): readonly string[] {
  if (numbers !== 'all-ready') return numbers;
  return all.filter(({ state }) => state === 'Ready').map(({ number }) => number);
}
