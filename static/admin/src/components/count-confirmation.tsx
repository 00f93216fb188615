import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { Label } from '@atlaskit/form/label';
import { Dialog } from './dialog';

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
  /** Where the focus goes on afterwards, if the button that asked may be gone by then. */
  readonly focusAfter?: RefObject<HTMLElement>;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const CAUTION = 'Some people may still need their seat even if they have no activity.';

/** Asks before seats are taken away. The count has to be typed and has the focus; without one Cancel has it. */
export function CountConfirmation(props: CountConfirmationProps) {
  return <ModalTransition>{props.isOpen ? <Question {...props} /> : null}</ModalTransition>;
}

function Question({
  title,
  action,
  count,
  caution = CAUTION,
  isBusy,
  focusAfter,
  children,
  onConfirm,
  onCancel,
}: CountConfirmationProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isConfirmed = count === undefined || typed.replace(/[\s.,]/g, '') === String(count);
  return (
    <Dialog
      title={title}
      tone="warning"
      action={action}
      actionTone="danger"
      isReady={isConfirmed}
      isBusy={isBusy}
      focus={count === undefined ? 'cancel' : field}
      focusAfter={focusAfter}
      onClose={onCancel}
      onSubmit={onConfirm}
    >
      <SectionMessage appearance="warning">{caution}</SectionMessage>
      {children}
      {count === undefined ? null : (
        <div>
          <Label htmlFor="typed-count">Type {count} to confirm</Label>
          <Textfield
            id="typed-count"
            ref={field}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
    </Dialog>
  );
}
