import { useQueryClient } from '@tanstack/react-query';
import type { Instant } from '../../../../src/shared/contract';
import { tell } from '../api/bridge';
import { useCommand } from '../api/queries';
import { Dialog } from './dialog';
import { useFormat } from './format';

interface FoundRightQuestionProps {
  readonly profileId: string;
  /** Of the evaluation whose numbers are meant. */
  readonly evaluatedAt: Instant;
  readonly text: string;
  readonly onClose: () => void;
}

/** Asks whether somebody really looked at numbers that changed abnormally. */
export default function FoundRightQuestion({ profileId, evaluatedAt, text, onClose }: FoundRightQuestionProps) {
  const client = useQueryClient();
  const format = useFormat();
  const confirm = useCommand('acknowledgeTrend', () => {
    for (const stale of ['getSafetyGate', 'listEvidence']) void client.invalidateQueries({ queryKey: [stale] });
    onClose();
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
