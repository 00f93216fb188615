import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { CandidateRow, ReclaimRequestView } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useAnswer, useCommand } from '../../api/queries';
import { isReclaimable } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { BatchPreview, useBatchGate } from './batch-preview';
import { DecideBar } from './decide-bar';
import type { FocusAfter } from '../../components/use-focus-after';
import { useRefreshCandidate } from './use-refresh-candidate';
import { useShownRequest } from './use-shown-request';

const DeclineDialog = lazy(() => import('./decline-dialog'));

interface DecideOnRequestProps {
  readonly request: ReclaimRequestView;
  readonly people: readonly CandidateRow[];
  readonly focus: FocusAfter;
}

/** The preview of exactly the people who were asked for, with the buttons that decide for everybody but who asked. */
export function DecideOnRequest({ request, people, focus }: DecideOnRequestProps) {
  const now = useNow();
  const me = useAnswer('getSession', {}).data?.accountId;
  const left = people.filter((row) => isReclaimable(row, now));
  return (
    <>
      {left.length === 0 ? (
        <EmptyState
          header="Nobody here is ready any more"
          headingLevel={2}
          description="They were reclaimed or closed meanwhile."
        />
      ) : (
        <BatchPreview profileId={request.profileId} people={left} />
      )}
      {me === undefined || me === request.requestedBy ? null : (
        <ApproveOrDecline request={request} people={left} focus={focus} />
      )}
    </>
  );
}

function ApproveOrDecline({ request, people, focus }: DecideOnRequestProps) {
  const [isDeclining, setDeclining] = useState(false);
  const format = useFormat();
  const refresh = useRefreshCandidate();
  const show = useShownRequest();
  const approve = useCommand('decideReclaimRequest', (decided) => {
    focus.answered();
    show(decided);
  });
  const { id, profileId } = request;
  const gate = useBatchGate(profileId, people);
  const mayReclaim = useMay('reclaimer') === true;
  const expectedCount = people.length;
  const removals = format.count(expectedCount, 'removal', 'removals');
  const isOpen = gate?.open === true && expectedCount > 0;
  return (
    <>
      {approve.error ? <Problem error={approve.error} /> : null}
      <DecideBar
        action={`Approve ${removals}`}
        count={expectedCount}
        isDisabled={!isOpen || !mayReclaim}
        isBusy={approve.isPending}
        focus={focus}
        onConfirm={(onSettled) =>
          approve.mutate({ id, profileId, approve: true, expectedCount }, { onSettled, onError: refresh })
        }
        others={
          <Button
            isDisabled={!mayReclaim}
            onClick={(event) => {
              focus.asked(event);
              setDeclining(true);
            }}
          >
            Decline…
          </Button>
        }
      >
        <p>
          {format.count(expectedCount, 'seat is', 'seats are')} taken back. It begins at once and runs in the
          background; your name and that of whoever asked are kept in the evidence.
        </p>
      </DecideBar>
      <ModalTransition>
        {isDeclining ? (
          <Suspense fallback={null}>
            <DeclineDialog request={request} focus={focus} onClose={() => setDeclining(false)} />
          </Suspense>
        ) : null}
      </ModalTransition>
    </>
  );
}
