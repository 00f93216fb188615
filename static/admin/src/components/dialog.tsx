import { useRef, type FormEvent, type ReactNode, type RefObject } from 'react';
import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import styles from './dialog.module.css';
import { Stack } from './layout';
import { Problem } from './problem';

interface DialogProps {
  readonly title: string;
  /** How serious it is. */
  readonly tone?: 'warning' | 'danger';
  readonly width?: 'small' | 'medium';
  /** What the button does, in a word or two. */
  readonly action: string;
  readonly actionTone?: 'primary' | 'warning' | 'danger';
  /** False: something is still missing. */
  readonly isReady?: boolean;
  readonly isBusy: boolean;
  /** Why it did not work. */
  readonly error?: Error | null;
  /** What has the focus first; Cancel where the question is a dangerous one, else the first control. */
  readonly focus?: RefObject<HTMLElement> | 'cancel';
  /** Where the focus goes on when it closes, if the button that opened it may be gone by then. */
  readonly focusAfter?: RefObject<HTMLElement> | undefined;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}

/** A short decision: what it is about, Cancel, and the button that does it, which Enter in a field presses too. */
export function Dialog(props: DialogProps) {
  const { title, tone, width = 'small', action, actionTone = 'primary', isReady = true, isBusy } = props;
  const { error, focus, focusAfter, children, onClose, onSubmit } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  const first = focus === 'cancel' ? cancel : focus;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // a dialog is part of whatever form opened it
    if (isReady && !isBusy) onSubmit();
  };
  return (
    <Modal
      onClose={onClose}
      width={width}
      {...(first ? { autoFocus: first } : {})}
      {...(focusAfter ? { shouldReturnFocus: focusAfter } : {})}
    >
      <ModalHeader hasCloseButton>
        <ModalTitle {...(tone ? { appearance: tone } : {})}>{title}</ModalTitle>
      </ModalHeader>
      <form className={styles.form} noValidate onSubmit={submit}>
        <ModalBody>
          <Stack>
            {error ? <Problem error={error} /> : null}
            {children}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button ref={cancel} appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance={actionTone} isDisabled={!isReady} isLoading={isBusy} type="submit">
            {action}
          </Button>
        </ModalFooter>
      </form>
    </Modal>
  );
}
