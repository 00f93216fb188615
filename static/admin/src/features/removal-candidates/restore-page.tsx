import EmptyState from '@atlaskit/empty-state';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ChosenCandidate } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { runAddress } from '../../components/run-address';
import { TableSkeleton } from '../../components/skeletons';
import { BackToCandidates } from './back-to-candidates';
import { NobodyChosen } from './nobody-chosen';
import { restorePlanOf, type RestorePlanned } from './restore-address';
import { RestorePreview } from './restore-preview';
import { Run } from './run';
import { useFocusAfter, type FocusAfter } from '../../components/use-focus-after';
import { useRunResults } from './use-run-results';
import { useShownRun } from './use-shown-run';

/** The preview of giving seats back and, at the address of its run, the progress and the results. */
export default function RestorePage() {
  const [params] = useSearchParams();
  const focus = useFocusAfter();
  const runId = params.get('run');
  return (
    <Page title={runId ? 'Restore seats' : 'Preview before restoring'} breadcrumbs={<BackToCandidates />}>
      {runId ? <Run runId={runId} place={focus.outcome} /> : <People plan={restorePlanOf(params)} focus={focus} />}
    </Page>
  );
}

interface PlanProps {
  readonly plan: RestorePlanned;
  readonly focus: FocusAfter;
}

function People(props: PlanProps) {
  const { reclaimRunId, profileId, numbers } = props.plan;
  if (reclaimRunId) return <OfRun {...props} runId={reclaimRunId} />;
  return profileId === '' || !numbers?.length ? <NobodyChosen /> : <OfNumbers {...props} numbers={numbers} />;
}

function OfRun({ runId, ...props }: PlanProps & { readonly runId: string }) {
  const results = useRunResults(runId, false);
  return (
    <Loaded query={results} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {({ rows }) => <Restore {...props} people={rows.filter(({ isRemoved }) => isRemoved)} />}
    </Loaded>
  );
}

function OfNumbers({ numbers, ...props }: PlanProps & { readonly numbers: readonly string[] }) {
  const chosen = useAnswer('listChosenCandidates', { profileId: props.plan.profileId, numbers });
  return (
    <Loaded query={chosen} skeleton={<TableSkeleton rows={6} columns={4} />}>
      {({ rows }) => <Restore {...props} people={rows} />}
    </Loaded>
  );
}

function Restore({ plan, focus, people }: PlanProps & { readonly people: readonly ChosenCandidate[] }) {
  const navigate = useNavigate();
  const format = useFormat();
  const showRun = useShownRun();
  const waiting = people.filter(({ isRestorable }) => isRestorable);
  const rest = people.length - waiting.length;
  if (waiting.length === 0)
    return (
      <EmptyState
        header="Nobody to restore"
        headingLevel={2}
        description="Everybody here has their seat back already, or nothing was removed."
      />
    );
  return (
    <>
      {rest > 0 ? (
        <p>
          {format.count(rest, 'candidate is', 'candidates are')} left out: the seat is back already, or this app took no
          group.
        </p>
      ) : null}
      <RestorePreview
        plan={plan}
        people={waiting}
        focus={focus}
        onStarted={(run) => {
          showRun(run);
          navigate(runAddress(run) ?? '', { replace: true });
        }}
      />
    </>
  );
}
