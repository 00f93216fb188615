import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { SoftwareModelView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Stack } from '../../components/layout';
import { Problem } from '../../components/problem';
import { draftOf, inputOf, problemsOf } from './model-draft';

interface ModelFormProps {
  /** Null: closed. */
  readonly model: SoftwareModelView | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Names a software model and says what a seat costs. */
export function ModelForm({ model, ...props }: ModelFormProps) {
  return <ModalTransition>{model ? <Dialog model={model} {...props} /> : null}</ModalTransition>;
}

function Dialog({ model, currency, onClose }: ModelFormProps & { readonly model: SoftwareModelView }) {
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
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>{model.isRecognized ? 'Edit software model' : 'Name this software'}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          {save.error ? <Problem error={save.error} /> : null}
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
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          isDisabled={Object.keys(problems).length > 0}
          isLoading={save.isPending}
          onClick={() => save.mutate(inputOf(draft, model))}
        >
          Update
        </Button>
      </ModalFooter>
    </Modal>
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
