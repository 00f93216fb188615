import { useId, useState } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceRetentionView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';

interface RetentionFormProps {
  readonly kept: EvidenceRetentionView;
  readonly onClose: () => void;
}

/** Changes how long entries are kept. */
export default function RetentionForm({ kept, onClose }: RetentionFormProps) {
  const id = useId();
  const client = useQueryClient();
  const [text, setText] = useState(kept.months === null ? '' : String(kept.months));
  const months = text.trim() === '' ? null : Number(text);
  const isValid =
    months === null || (Number.isInteger(months) && months >= kept.leastMonths && months <= kept.mostMonths);
  const reload = () => void client.invalidateQueries({ queryKey: ['getEvidenceRetention'] });
  const save = useCommand('saveEvidenceRetention', () => {
    reload();
    onClose();
    tell('success', 'You changed how long entries are kept');
  });
  const send = () =>
    save.mutate(
      { months, revision: kept.revision },
      { onError: (error) => (failureOf(error).code === 'conflict' ? reload() : undefined) },
    );
  return (
    <Dialog
      title="Change how long entries are kept"
      action="Save"
      isReady={isValid && months !== kept.months}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        if (isValid) send();
      }}
    >
      <p>Deleted entries never come back. Export the log as JSON first to keep them outside.</p>
      <Label htmlFor={id}>Months</Label>
      <Textfield
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-help`}
        isInvalid={!isValid}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div id={`${id}-help`}>
        <HelperMessage>{`${kept.leastMonths} to ${kept.mostMonths}, or nothing to keep entries for good.`}</HelperMessage>
      </div>
    </Dialog>
  );
}
