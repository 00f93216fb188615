import { lazy, Suspense, useState, type MouseEvent } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { CandidateView, NoticeView } from '../../../../../src/shared/contract';
import { isClosed } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { Row, Stack } from '../../components/layout';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { useMay } from '../../components/role-notice';
import styles from './candidates.module.css';
import { useFocusAfter, type FocusAfter } from '../../components/use-focus-after';

const KeepDecision = lazy(() => import('./keep-decision'));

/** What the person was asked and said, and the decision that it waits for. */
export function NoticePanel({ candidate }: { readonly candidate: CandidateView }) {
  const focus = useFocusAfter();
  const { notice, state } = candidate;
  if (!notice || (isClosed(state) && !notice.decision)) return null;
  return (
    <div ref={focus.outcome} tabIndex={-1} className={styles.place}>
      {state === 'Awaiting Approval' ? (
        <WantsToKeep candidate={candidate} notice={notice} focus={focus} />
      ) : (
        <Told candidate={candidate} notice={notice} />
      )}
    </div>
  );
}

interface NoticeProps {
  readonly candidate: CandidateView;
  readonly notice: NoticeView;
}

function Told({ candidate, notice }: NoticeProps) {
  const { title, appearance } = titleOf(candidate, notice);
  return (
    <SectionMessage appearance={appearance} title={title}>
      <Story notice={notice} />
    </SectionMessage>
  );
}

function titleOf({ state }: CandidateView, { isOverdue, answer, decision }: NoticeView) {
  if (decision?.kind === 'granted') return { title: 'The person keeps the seat', appearance: 'information' } as const;
  if (isOverdue) return { title: 'Asked, and no answer in time', appearance: 'warning' } as const;
  if (answer?.kind === 'release') return { title: 'The person gives the seat up', appearance: 'information' } as const;
  if (decision) return { title: 'The wish to keep the seat was denied', appearance: 'information' } as const;
  const title = state === 'Awaiting User' ? 'Waiting for the person’s answer' : 'The person was asked';
  return { title, appearance: 'information' } as const;
}

/** What happened, and what happens by itself. */
function Story({
  notice: { askedAt, askedBy, workItem, answerDay, answerZone, isOverdue, answer, decision },
}: {
  notice: NoticeView;
}) {
  const format = useFormat();
  return (
    <>
      <p>
        Asked by mail through {workItem} <Moment at={askedAt} />
        {askedBy ? (
          <>
            {' '}
            by <PersonName accountId={askedBy} />
          </>
        ) : null}
        , to answer by the end of {format.day(answerDay)} ({answerZone}).
        {answer ? (
          <>
            {' '}
            {answer.kind === 'keep' ? 'Wants to keep the seat' : 'Does not need the seat'}, said{' '}
            <Moment at={answer.at} />.
          </>
        ) : null}
      </p>
      {decision?.keptThrough ? (
        <p>
          Nobody proposes this seat again before the end of {format.day(decision.keptThrough)} ({answerZone}).
        </p>
      ) : null}
      {isOverdue || answer?.kind === 'release' || decision?.kind === 'denied' ? (
        <p>The next daily refresh takes the seat back in the background, or you do it now with the preview below.</p>
      ) : null}
    </>
  );
}

function WantsToKeep({ candidate, notice, focus }: NoticeProps & { readonly focus: FocusAfter }) {
  const [choice, setChoice] = useState<'keep' | 'take-back' | null>(null);
  const may = useMay('reclaimer') === true;
  const choose = (chosen: 'keep' | 'take-back') => (event: MouseEvent<HTMLElement>) => {
    focus.asked(event);
    setChoice(chosen);
  };
  const reason = candidate.timeline.filter(({ by, isNote }) => isNote && by === candidate.accountId).at(-1)?.text;
  return (
    <SectionMessage appearance="warning" title="The person wants to keep the seat: decide">
      <Stack>
        <Story notice={notice} />
        <p>{reason ? `“${reason}”` : 'They gave no reason.'}</p>
        <Row>
          <Button appearance="primary" isDisabled={!may} onClick={choose('keep')}>
            Let them keep it
          </Button>
          <Button isDisabled={!may} onClick={choose('take-back')}>
            Take it back
          </Button>
        </Row>
      </Stack>
      <Suspense fallback={null}>
        <ModalTransition>
          {choice ? (
            <KeepDecision
              number={candidate.number}
              keep={choice === 'keep'}
              focus={focus}
              onClose={() => setChoice(null)}
            />
          ) : null}
        </ModalTransition>
      </Suspense>
    </SectionMessage>
  );
}
