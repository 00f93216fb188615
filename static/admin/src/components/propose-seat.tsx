import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form/label';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { AccountId, Justification, RoleKey } from '../../../../src/shared/contract';
import { tell } from '../api/bridge';
import { useCommand } from '../api/queries';
import { Dialog } from './dialog';
import { Row } from './layout';
import { useMay } from './role-notice';

interface ProposeSeatProps {
  readonly profileId: string;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
}

const JUSTIFICATIONS: readonly { readonly value: Justification; readonly label: string }[] = [
  { value: 'Low Usage', label: 'Low Usage: the seat is hardly used' },
  { value: 'Unallocated', label: 'Unallocated: nobody agreed to this seat' },
  { value: 'Unlicensed', label: 'Unlicensed: there is no right for it' },
  { value: 'Restricted Software', label: 'Restricted Software: the person may not use it' },
];

/** Proposes one seat for removal by hand. It is checked like every other candidate before anything is taken. */
export function ProposeSeat(props: ProposeSeatProps) {
  const [isOpen, setOpen] = useState(false);
  const may = useMay('reclaimer') === true;
  return (
    <Row>
      <Button spacing="compact" isDisabled={!may} onClick={() => setOpen(true)}>
        Propose for removal
      </Button>
      <ModalTransition>{isOpen ? <Question {...props} onClose={() => setOpen(false)} /> : null}</ModalTransition>
    </Row>
  );
}

function Question({ onClose, ...seat }: ProposeSeatProps & { readonly onClose: () => void }) {
  const ids = { why: useId(), note: useId() };
  const [justification, setJustification] = useState<Justification>('Low Usage');
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const create = useCommand('createCandidate', ({ number }) => {
    for (const stale of ['candidate-rows', 'subscription-rows', 'getOverview', 'listReclamationRules'])
      void client.invalidateQueries({ queryKey: [stale] });
    onClose();
    tell('success', `${number} was opened`, 'It waits under Removal candidates.');
  });
  return (
    <Dialog
      title="Propose this seat for removal?"
      action="Propose"
      isReady={note.trim() !== ''}
      isBusy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => create.mutate({ ...seat, justification, note })}
    >
      <p>Nothing is removed now. Low Usage is canceled when the person becomes active; the other reasons are not.</p>
      <div>
        <Label htmlFor={ids.why}>Justification</Label>
        <Select
          inputId={ids.why}
          menuPosition="fixed"
          isSearchable={false}
          options={JUSTIFICATIONS}
          value={JUSTIFICATIONS.find(({ value }) => value === justification) ?? null}
          onChange={(option) => option && setJustification(option.value)}
        />
      </div>
      <div>
        <Label htmlFor={ids.note}>Work note</Label>
        <Textfield
          id={ids.note}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
