import { useRef } from 'react';
import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';

interface StopCountingProps {
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before views are lost: what happens while they are not counted is never known. */
export default function StopCounting({ isBusy, onConfirm, onCancel }: StopCountingProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Modal onClose={onCancel} autoFocus={cancel} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Stop counting views?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p>
          People who only read work items will look silent, so rules may propose their seats. When you count again,
          views are known only from then on.
        </p>
      </ModalBody>
      <ModalFooter>
        <Button ref={cancel} appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button appearance="primary" isLoading={isBusy} onClick={onConfirm}>
          Stop counting
        </Button>
      </ModalFooter>
    </Modal>
  );
}
