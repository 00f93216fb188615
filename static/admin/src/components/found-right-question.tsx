import { useQueryClient } from '@tanstack/react-query';
import type { Instant } from '../../../../src/shared/contract';
import { tell } from '../api/bridge';
import { useCommand } from '../api/queries';
import { Dialog } from './dialog';
import { useFormat } from './format';
import type { FocusAfter } from './use-focus-after';

interface FoundRightQuestionProps {
  readonly profileId: string;
  /** Of the evaluation whose numbers are meant. */
  readonly evaluatedAt: Instant;
  readonly text: string;
  readonly onClose: () => void;
  readonly focus: FocusAfter;
}

/** Asks whether somebody really looked at numbers that changed abnormally. */
export default function FoundRightQuestion(props: FoundRightQuestionProps) {
  const { profileId, evaluatedAt, text, focus, onClose } = props;
  const client = useQueryClient();
  const format = useFormat();
  const confirm = useCommand('acknowledgeTrend', () => {
    void client.invalidateQueries({ queryKey: ['listEvidence'] });
    focus.answered();
    void client.invalidateQueries({ queryKey: ['getSafetyGate'] }).finally(onClose);
    tell('success', 'The numbers are confirmed', 'Removals are held again when they change abnormally once more.');
  });
  return (
    <Dialog
      title="Are these numbers right?"
      tone="warning"
      action="They are right"
      isBusy={confirm.isPending}
      error={confirm.error}
      focus="cancel"
      focusAfter={focus.focusAfter}
      onClose={onClose}
      onSubmit={() => confirm.mutate({ profileId, evaluatedAt })}
    >
      <p>{format.sentence(text)}</p>
      <p>
        Confirm them when you know why they changed, for example people left or a rule was changed. It is recorded in
        the evidence with your name. Every person is still checked right before their removal.
      </p>
    </Dialog>
  );
}
