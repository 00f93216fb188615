import type { CandidateRow, ReclaimRequestView, RunView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { beyondOne } from './approval';
import { AskForApproval } from './ask-for-approval';
import { BatchPreview, useBatchGate } from './batch-preview';
import { DecideBar } from './decide-bar';
import { OneByOne, reclaimAsMe } from './one-by-one';
import type { ReclaimPlan } from './reclaim-address';
import { TakesTwo } from './takes-two';
import type { FocusAfter } from '../../components/use-focus-after';
import { useRefreshCandidate } from './use-refresh-candidate';

interface ReclaimPreviewProps {
  readonly plan: ReclaimPlan;
  readonly people: readonly CandidateRow[];
  /** Where the focus goes on when it was confirmed. */
  readonly focus: FocusAfter;
  readonly onStarted: (run: RunView) => void;
  /** Somebody else is to approve it. */
  readonly onRequested: (request: ReclaimRequestView) => void;
}

/** Who would lose their seat, what is checked, and the button that carries the number. */
export function ReclaimPreview({ plan, people, focus, onStarted, onRequested }: ReclaimPreviewProps) {
  const format = useFormat();
  const refresh = useRefreshCandidate();
  const start = useCommand('startReclaim', (run) => {
    focus.answered();
    onStarted(run);
  });
  const gate = useBatchGate(plan.profileId, people);
  const mayReclaim = useMay('reclaimer') === true;
  const isDisabled = gate?.open !== true || !mayReclaim;
  const takesTwo = gate !== undefined && beyondOne(people, gate).length > 0;
  const action = `Reclaim ${format.count(people.length, 'seat', 'seats')}`;
  const numbers = people.map(({ number }) => number);
  const { profileId } = plan;
  const wanted = { profileId, numbers: plan.numbers === 'all-ready' ? plan.numbers : numbers };
  return (
    <>
      {start.error ? <Problem error={start.error} /> : null}
      {takesTwo ? <TakesTwo people={people} gate={gate} /> : null}
      <BatchPreview profileId={profileId} people={people} />
      {takesTwo ? (
        <AskForApproval plan={plan} people={people} isDisabled={isDisabled} focus={focus} onRequested={onRequested} />
      ) : (
        <DecideBar
          action={action}
          count={people.length}
          isDisabled={isDisabled}
          isBusy={start.isPending}
          focus={focus}
          // Where it takes a second person by now, the page has to learn that.
          onConfirm={(onSettled) =>
            start.mutate({ ...wanted, expectedCount: people.length }, { onSettled, onError: refresh })
          }
        >
          <p>
            {format.count(people.length, 'seat is', 'seats are')} taken back. It runs in the background in the name of
            the reclaim operator; you can leave the page meanwhile.
          </p>
        </DecideBar>
      )}
      {gate && !gate.open && gate.openForOne && !takesTwo ? (
        <OneByOne numbers={numbers} verb="Reclaim" isDisabled={!mayReclaim} work={reclaimAsMe} />
      ) : null}
    </>
  );
}
