import { useId, useState } from 'react';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import type { CandidateView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { CallFailure, failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import { KeepFor, SUGGESTED_DAYS } from './keep-for';
import { useSentence } from './use-group-names';
import { useRefreshCandidate } from './use-refresh-candidate';

export type Closing = CandidateView['mayClose'][number];

const TEXTS: Readonly<Record<Closing, string>> = {
  'Closed Complete':
    'The seat was taken back outside this app, for example at your identity provider. Jira is asked whether it still counts the seat.',
  'Closed Skipped': 'The seat stays.',
};

/** A refusal may name groups that were taken. */
function named(error: Error, say: (text: string) => string): CallFailure {
  const failure = failureOf(error);
  return new CallFailure({ ...failure, message: say(failure.message) });
}

interface CloseQuestionProps {
  readonly candidate: CandidateView;
  readonly to: Closing;
  /** What the button says. */
  readonly action: string;
  readonly onClose: () => void;
}

/** Asks before a candidate is closed by hand: for how long its seat is left alone, and for a note. */
export default function CloseQuestion({ candidate, to, action, onClose }: CloseQuestionProps) {
  const { number, accountId, profileId } = candidate;
  const id = useId();
  const say = useSentence(profileId);
  const [note, setNote] = useState('');
  const [keepDays, setKeepDays] = useState(SUGGESTED_DAYS);
  const refresh = useRefreshCandidate();
  const close = useCommand('closeCandidate', ({ state }) => {
    refresh();
    onClose();
    tell('success', `${number} is ${state}`);
  });
  const isKept = to === 'Closed Skipped';
  return (
    <Dialog
      title={`${action}?`}
      action={action}
      isBusy={close.isPending}
      error={close.error && named(close.error, say)}
      onClose={onClose}
      onSubmit={() => close.mutate({ number, to, note, ...(isKept ? { keepDays } : {}) })}
    >
      <p>{TEXTS[to]}</p>
      {isKept ? <KeepFor accountId={accountId} days={keepDays} onChange={setKeepDays} /> : null}
      <div>
        <Label htmlFor={id}>Work note (optional)</Label>
        <Textfield id={id} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Dialog>
  );
}
