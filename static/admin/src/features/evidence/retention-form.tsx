import { useId, useState } from 'react';
import Checkbox from '@atlaskit/checkbox';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceRetentionView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import { retentionDraft } from './retention-draft';

interface RetentionFormProps {
  readonly kept: EvidenceRetentionView;
  readonly onClose: () => void;
}

/** Changes how long entries are kept. */
export default function RetentionForm({ kept, onClose }: RetentionFormProps) {
  const client = useQueryClient();
  const [isLimited, setLimited] = useState(kept.months !== null);
  const [text, setText] = useState(String(kept.months ?? kept.leastMonths));
  const { months, isValid } = retentionDraft(isLimited, text, kept);
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
      title="How long to keep entries"
      action="Save"
      isReady={isValid && months !== kept.months}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={send}
    >
      <Checkbox
        isChecked={isLimited}
        label="Delete old entries"
        onChange={({ currentTarget }) => setLimited(currentTarget.checked)}
      />
      {isLimited ? (
        <>
          <MonthsField text={text} kept={kept} isInvalid={!isValid} onChange={setText} />
          <p>You can no longer restore seats whose removal we delete.</p>
          <p>Deleted entries never come back. Export the log as JSON first to keep them.</p>
        </>
      ) : (
        <p>We keep every entry for good.</p>
      )}
    </Dialog>
  );
}

interface MonthsFieldProps {
  readonly text: string;
  readonly kept: EvidenceRetentionView;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
}

function MonthsField({ text, kept, isInvalid, onChange }: MonthsFieldProps) {
  const id = useId();
  const range = `${kept.leastMonths} to ${kept.mostMonths}`;
  return (
    <div>
      <Label htmlFor={id}>Months to keep</Label>
      <Textfield
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-help`}
        isInvalid={isInvalid}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-help`}>
        <HelperMessage>{isInvalid ? `Enter a whole number from ${range}.` : `From ${range}.`}</HelperMessage>
      </div>
    </div>
  );
}
