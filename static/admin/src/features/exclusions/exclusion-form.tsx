import { useId, useState } from 'react';
import { Label } from '@atlaskit/form/label';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import type { AccountId, ExclusionTarget, ExclusionView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import { PersonPicker } from '../../components/person-picker';
import { ApplicationPicker } from './application-picker';
import { useRefreshExclusions } from './use-refresh-exclusions';

interface ExclusionFormProps {
  readonly isOpen: boolean;
  /** Chosen at first; null: nobody. */
  readonly person: AccountId | null;
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
  return <ModalTransition>{props.isOpen ? <Question {...props} /> : null}</ModalTransition>;
}

function Question({ person, rules, onClose }: ExclusionFormProps) {
  const kindId = useId();
  const pickerId = useId();
  const [kind, setKind] = useState<Kind>('user');
  const [chosen, setChosen] = useState<string | null>(person);
  const refresh = useRefreshExclusions();
  const save = useCommand('saveExclusion', () => {
    refresh();
    onClose();
    tell('success', 'The exclusion is saved', 'Counts and candidates follow at the next daily run.');
  });
  const excluded = rules.map(({ target }) => (target.kind === 'user' ? target.accountId : target.roleKey));
  return (
    <Dialog
      title="Add exclusion"
      action="Save"
      isReady={chosen !== null}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => chosen !== null && save.mutate({ target: targetOf(kind, chosen), active: true })}
    >
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
    </Dialog>
  );
}

function targetOf(kind: Kind, chosen: string): ExclusionTarget {
  return kind === 'user' ? { kind, accountId: chosen } : { kind, roleKey: chosen };
}
