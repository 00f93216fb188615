import { useState } from 'react';
import EmptyState from '@atlaskit/empty-state';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { isReclaimable, isResumable } from '../../components/candidate-states';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { runAddress } from '../../components/run-address';
import { TableSkeleton } from '../../components/skeletons';
import { BackToCandidates } from './back-to-candidates';
import { NobodyChosen } from './nobody-chosen';
import { planOf, requestAddress, type ReclaimPlan } from './reclaim-address';
import { ReclaimPreview } from './reclaim-preview';
import { RequestedReclaim } from './requested-reclaim';
import { ResultsTable } from './results-table';
import { Run } from './run';
import { useCandidateRows } from './use-candidate-rows';
import { useFocusAfter, type FocusAfter } from '../../components/use-focus-after';
import { useShownRequest } from './use-shown-request';
import { useShownRun } from './use-shown-run';

/** The preview of a removal and, at the address of its run, the progress and the results. */
export default function ReclaimPage() {
  const [params] = useSearchParams();
  const focus = useFocusAfter();
  const plan = planOf(params);
  const runId = params.get('run');
  const title = runId ? 'Reclaim seats' : plan.requestId ? 'Request for approval' : 'Preview before reclaiming';
  return (
    <Page title={title} breadcrumbs={<BackToCandidates />}>
      {runId ? <Run runId={runId} place={focus.outcome} /> : null}
      {!runId && plan.profileId === '' ? <NobodyChosen /> : null}
      {!runId && plan.profileId !== '' ? <OfPlan plan={plan} focus={focus} /> : null}
    </Page>
  );
}

interface PlanProps {
  readonly plan: ReclaimPlan;
  readonly focus: FocusAfter;
}

function OfPlan({ plan, focus }: PlanProps) {
  const { query: rows } = useCandidateRows([plan.profileId]);
  return (
    <Loaded query={rows} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {(all) => <Reclaim plan={plan} focus={focus} all={all} />}
    </Loaded>
  );
}

function Reclaim({ plan, focus, all }: PlanProps & { readonly all: readonly CandidateRow[] }) {
  const navigate = useNavigate();
  const showRun = useShownRun();
  const showRequest = useShownRequest();
  const now = useNow();
  // Who was meant by "all that are ready" must not change under the administrator's hands while the page is open.
  const [numbers] = useState(() => new Set(wanted(plan, all)));
  const { profileId, requestId } = plan;
  if (requestId) return <RequestedReclaim profileId={profileId} requestId={requestId} all={all} focus={focus} />;
  const people = all.filter(({ number }) => numbers.has(number));
  const isMeant = (row: CandidateRow) => isReclaimable(row, now) || (plan.numbers !== 'all-ready' && isResumable(row));
  const ready = people.filter(isMeant);
  if (ready.length === 0)
    return (
      <>
        <EmptyState
          header="Nobody here is ready any more"
          headingLevel={2}
          description="They were reclaimed or closed meanwhile."
        />
        {people.length > 0 ? <ResultsTable people={people} isUnderWay={false} /> : null}
      </>
    );
  return (
    <ReclaimPreview
      plan={plan}
      people={ready}
      focus={focus}
      onStarted={(run) => {
        showRun(run);
        navigate(runAddress(run) ?? '', { replace: true });
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
