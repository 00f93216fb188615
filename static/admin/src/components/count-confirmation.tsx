import { useRef, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { Label } from '@atlaskit/form/label';
import { Stack } from './layout';

interface CountConfirmationProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** The button, with the number: `Reclaim 34 seats`. */
  readonly action: string;
  /** Has to be typed when set; one person is confirmed by the button alone. */
  readonly count?: number;
  /** What to think of first; about taking seats away unless told otherwise. */
  readonly caution?: string;
  readonly isBusy: boolean;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const CAUTION = 'Some people may still need their seat even if they have no activity.';

/** Asks before seats are taken away. Cancel has the focus; the count has to be typed. */
export function CountConfirmation(props: CountConfirmationProps) {
  return <ModalTransition>{props.isOpen ? <Dialog {...props} /> : null}</ModalTransition>;
}

function Dialog({
  title,
  action,
  count,
  caution = CAUTION,
  isBusy,
  children,
  onConfirm,
  onCancel,
}: CountConfirmationProps) {
  const [typed, setTyped] = useState('');
  const cancel = useRef<HTMLButtonElement>(null);
  const isConfirmed = count === undefined || typed.replace(/[\s.,]/g, '') === String(count);
  return (
    <Modal onClose={onCancel} autoFocus={cancel} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="warning">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          <SectionMessage appearance="warning">{caution}</SectionMessage>
          {children}
          {count === undefined ? null : (
            <div>
              <Label htmlFor="typed-count">Type {count} to confirm</Label>
              <Textfield
                id="typed-count"
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </div>
          )}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button ref={cancel} appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button appearance="danger" isDisabled={!isConfirmed} isLoading={isBusy} onClick={onConfirm}>
          {action}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
