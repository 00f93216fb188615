import { useId, useState } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { SoftwareModelView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { draftOf, inputOf, problemsOf } from './model-draft';
import { Dialog } from '../../components/dialog';

interface ModelFormProps {
  /** Null: closed. */
  readonly model: SoftwareModelView | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Names a software model and says what a seat costs. */
export function ModelForm({ model, ...props }: ModelFormProps) {
  return <ModalTransition>{model ? <Question model={model} {...props} /> : null}</ModalTransition>;
}

function Question({ model, currency, onClose }: ModelFormProps & { readonly model: SoftwareModelView }) {
  const [draft, setDraft] = useState(() => draftOf(model, currency));
  const problems = problemsOf(draft);
  const client = useQueryClient();
  const save = useCommand('saveSoftwareModel', () => {
    // Names and costs show on every page.
    void client.invalidateQueries();
    onClose();
    tell('success', 'The software model is updated');
  });
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    problem: problems[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  return (
    <Dialog
      title={model.isRecognized ? 'Edit software model' : 'Name this software'}
      action="Update"
      isReady={Object.keys(problems).length === 0}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => save.mutate(inputOf(draft, model))}
    >
      <p>
        Subscription identifier {model.roleKey}; Jira calls it {model.roleName}.
      </p>
      <Field
        label="Name"
        {...field('name')}
        help={`Labels all its subscriptions. ${model.isRecognized ? `Empty: ${model.roleName}, as in Jira.` : ''}`}
      />
      <Field label="Cost of a seat a month" {...field('amount')} help="Empty: an estimate from list prices." />
      <Field label="Currency" {...field('currency')} help="Sums need one currency for all models." />
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly help: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, problem, help, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Textfield
        id={id}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        isInvalid={problem !== undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-help`}>
        <HelperMessage>{problem ?? help}</HelperMessage>
      </div>
    </div>
  );
}
