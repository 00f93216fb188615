import { useId, useState } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import type { FocusAfter } from '../../components/use-focus-after';
import { useRefreshCandidate } from './use-refresh-candidate';

const SUGGESTED_DAYS = '90';
const MOST_DAYS = 1095;

interface KeepDecisionProps {
  readonly number: string;
  readonly keep: boolean;
  /** Where the decision is told: the button that was pressed is gone by then. */
  readonly focus: FocusAfter;
  readonly onClose: () => void;
}

/** Decides about somebody's wish to keep their seat. */
export default function KeepDecision({ number, keep, focus, onClose }: KeepDecisionProps) {
  const id = useId();
  const [days, setDays] = useState(SUGGESTED_DAYS);
  const [note, setNote] = useState('');
  const refresh = useRefreshCandidate();
  const decide = useCommand('decideKeepRequest', ({ timeline }) => {
    refresh();
    focus.answered();
    onClose();
    const what = keep ? `${number}: the person keeps the seat` : `${number}: the seat is taken back`;
    tell('success', what, timeline.at(-1)?.text);
  });
  const keepDays = /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0;
  const isWhole = keepDays >= 1 && keepDays <= MOST_DAYS;
  const action = keep ? 'Let them keep it' : 'Take it back';
  return (
    <Dialog
      title={`${action}?`}
      action={action}
      actionTone={keep ? 'primary' : 'danger'}
      isReady={isWhole}
      isBusy={decide.isPending}
      error={decide.error}
      {...(keep ? {} : { focus: 'cancel' })}
      focusAfter={focus.focusAfter}
      onClose={onClose}
      onSubmit={() => decide.mutate({ number, keep, keepDays, note })}
    >
      {keep ? (
        <div>
          <Label htmlFor={`${id}-days`}>Leave the seat alone for so many days</Label>
          <Textfield
            id={`${id}-days`}
            width="xsmall"
            inputMode="numeric"
            aria-describedby={`${id}-help`}
            isInvalid={!isWhole}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
          <div id={`${id}-help`}>
            <HelperMessage>
              {isWhole ? 'After that a rule may propose it again.' : `Enter a whole number from 1 to ${MOST_DAYS}.`}
            </HelperMessage>
          </div>
        </div>
      ) : (
        <p>
          The next daily refresh takes the seat back, or you do it at once with the preview. Everything is checked again
          before; work that is seen until then keeps it.
        </p>
      )}
      <div>
        <Label htmlFor={`${id}-note`}>Work note (optional)</Label>
        <Textfield
          id={`${id}-note`}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
