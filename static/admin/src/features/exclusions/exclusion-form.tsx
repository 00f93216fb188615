import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form/label';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import type { ExclusionTarget, ExclusionView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Stack } from '../../components/layout';
import { PersonPicker } from '../../components/person-picker';
import { Problem } from '../../components/problem';
import { ApplicationPicker } from './application-picker';
import { useRefreshExclusions } from './use-refresh-exclusions';

interface ExclusionFormProps {
  readonly isOpen: boolean;
  /** What is excluded already. */
  readonly rules: readonly ExclusionView[];
  readonly onClose: () => void;
}

const KINDS = [
  { value: 'user', label: 'A person, in all profiles' },
  { value: 'identifier', label: 'An application, for everybody' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** A new exclusion rule: a person or an application. */
export function ExclusionForm(props: ExclusionFormProps) {
  return <ModalTransition>{props.isOpen ? <Dialog {...props} /> : null}</ModalTransition>;
}

function Dialog({ rules, onClose }: ExclusionFormProps) {
  const kindId = useId();
  const pickerId = useId();
  const [kind, setKind] = useState<Kind>('user');
  const [chosen, setChosen] = useState<string | null>(null);
  const refresh = useRefreshExclusions();
  const save = useCommand('saveExclusion', () => {
    refresh();
    onClose();
    tell('success', 'The exclusion is saved', 'Counts and candidates follow at the next daily run.');
  });
  const excluded = rules.map(({ target }) => (target.kind === 'user' ? target.accountId : target.roleKey));
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Add exclusion</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          {save.error ? <Problem error={save.error} /> : null}
          <div>
            <Label htmlFor={kindId}>What is excluded</Label>
            <Select
              inputId={kindId}
              menuPosition="fixed"
              options={KINDS}
              value={KINDS.find(({ value }) => value === kind) ?? null}
              onChange={(option) => {
                setKind(option?.value ?? 'user');
                setChosen(null);
              }}
            />
          </div>
          <div>
            <Label htmlFor={pickerId}>{kind === 'user' ? 'Person' : 'Application'}</Label>
            {kind === 'user' ? (
              <PersonPicker inputId={pickerId} value={chosen} onChange={setChosen} />
            ) : (
              <ApplicationPicker inputId={pickerId} value={chosen} without={excluded} onChange={setChosen} />
            )}
          </div>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          isDisabled={chosen === null}
          isLoading={save.isPending}
          onClick={() => chosen !== null && save.mutate({ target: targetOf(kind, chosen), active: true })}
        >
          Save
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function targetOf(kind: Kind, chosen: string): ExclusionTarget {
  return kind === 'user' ? { kind, accountId: chosen } : { kind, roleKey: chosen };
}
