import type { CandidateRow, ReclaimRequestView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Problem } from '../../components/problem';
import { APPROVAL_LIMIT } from './approval';
import { DecideBar } from './decide-bar';
import type { ReclaimPlan } from './reclaim-address';
import type { FocusAfter } from '../../components/use-focus-after';

interface AskForApprovalProps {
  readonly plan: ReclaimPlan;
  readonly people: readonly CandidateRow[];
  readonly isDisabled: boolean;
  readonly focus: FocusAfter;
  readonly onRequested: (request: ReclaimRequestView) => void;
}

/** In place of the button that reclaims: these are more seats than one person may take back alone. */
export function AskForApproval({ plan, people, isDisabled, focus, onRequested }: AskForApprovalProps) {
  const format = useFormat();
  const ask = useCommand('requestReclaim', (request) => {
    focus.answered();
    onRequested(request);
  });
  const asked = people.slice(0, APPROVAL_LIMIT);
  const isAll = asked.length === people.length;
  const numbers = isAll && plan.numbers === 'all-ready' ? plan.numbers : asked.map(({ number }) => number);
  return (
    <>
      {ask.error ? <Problem error={ask.error} /> : null}
      <DecideBar
        action={`Ask for approval of ${format.count(asked.length, 'removal', 'removals')}`}
        tone="primary"
        count={asked.length}
        isDisabled={isDisabled}
        isBusy={ask.isPending}
        focus={focus}
        onConfirm={(onSettled) =>
          ask.mutate({ profileId: plan.profileId, numbers, expectedCount: asked.length }, { onSettled })
        }
      >
        <p>Nothing is taken back until somebody else approves. Whoever is asked sees that you want it.</p>
      </DecideBar>
    </>
  );
}
