import EmptyState from '@atlaskit/empty-state';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { TableSkeleton } from '../../components/skeletons';
import { BackToCandidates } from './back-to-candidates';
import { NobodyChosen } from './nobody-chosen';
import { RunResults } from './reclaim-run';
import { restoreAddress, restorePlanOf, type RestorePlanned } from './restore-address';
import { RestorePreview } from './restore-preview';
import { useCandidateRows } from './use-candidate-rows';
import { useFocusAfter } from './use-focus-after';
import { useShownRun } from './use-shown-run';

/** The preview of giving seats back, then its progress and results, at one address. */
export default function RestorePage() {
  const [params] = useSearchParams();
  const plan = restorePlanOf(params);
  return (
    <Page title={plan.runId ? 'Restore seats' : 'Preview before restoring'} breadcrumbs={<BackToCandidates />}>
      <People plan={plan} />
    </Page>
  );
}

function People({ plan }: { readonly plan: RestorePlanned }) {
  if (plan.reclaimRunId) return <OfRun plan={plan} runId={plan.reclaimRunId} />;
  return plan.profileId === '' ? <NobodyChosen /> : <OfNumbers plan={plan} />;
}

function OfRun({ plan, runId }: { readonly plan: RestorePlanned; readonly runId: string }) {
  const rows = useAnswer('listRunCandidates', { runId });
  return (
    <Loaded query={rows} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {(value) => <Restore plan={plan} people={value.rows} />}
    </Loaded>
  );
}

function OfNumbers({ plan }: { readonly plan: RestorePlanned }) {
  const { query: rows } = useCandidateRows([plan.profileId]);
  return (
    <Loaded query={rows} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {(all) => <Restore plan={plan} people={all.filter(({ number }) => plan.numbers?.includes(number))} />}
    </Loaded>
  );
}

function Restore({ plan, people }: { readonly plan: RestorePlanned; readonly people: readonly CandidateRow[] }) {
  const navigate = useNavigate();
  const focus = useFocusAfter();
  const showRun = useShownRun();
  if (plan.runId)
    return <RunResults runId={plan.runId} profileId={plan.profileId} people={people} place={focus.outcome} />;
  const waiting = people.filter(({ flag, state }) => state === 'Closed Complete' && flag !== 'restored');
  if (waiting.length === 0)
    return (
      <EmptyState
        header="Nobody to restore"
        headingLevel={2}
        description="Everybody here has their seat back already, or nothing was removed."
      />
    );
  return (
    <RestorePreview
      plan={plan}
      people={waiting}
      focus={focus}
      onStarted={(run) => {
        showRun(run);
        navigate(restoreAddress({ ...plan, runId: run.id }), { replace: true });
      }}
    />
  );
}
