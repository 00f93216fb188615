import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { setLeaveGuard } from '../api/leave-guard';

interface LeaveWarningProps {
  readonly isDirty: boolean;
  /** What would be lost: `your changes of this profile`. */
  readonly what: string;
  readonly stays: (pathname: string) => boolean;
}

/** Asks before unsaved changes are lost: on the way to another page of the app, and when the tab is closed. */
export function LeaveWarning({ isDirty, what, stays }: LeaveWarningProps) {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const latest = useRef(stays);
  useEffect(() => {
    latest.current = stays;
  });
  useEffect(() => {
    if (!isDirty) return undefined;
    const release = setLeaveGuard({
      stays: (pathname) => latest.current(pathname),
      ask: (go) => setLeave(() => go),
    });
    window.addEventListener('beforeunload', prevent);
    return () => {
      release();
      window.removeEventListener('beforeunload', prevent);
    };
  }, [isDirty]);
  return (
    <ModalTransition>
      {leave ? <Question what={what} onStay={() => setLeave(null)} onLeave={leave} /> : null}
    </ModalTransition>
  );
}

function prevent(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

interface QuestionProps {
  readonly what: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

function Question({ what, onStay, onLeave }: QuestionProps) {
  return (
    <Modal onClose={onStay} width="small">
      <ModalHeader>
        <ModalTitle appearance="warning">Leave without saving?</ModalTitle>
      </ModalHeader>
      <ModalBody>You have not saved {what}. They are lost when you leave.</ModalBody>
      <ModalFooter>
        <Button appearance="warning" onClick={onLeave}>
          Leave and lose them
        </Button>
        <Button appearance="primary" autoFocus onClick={onStay}>
          Stay here
        </Button>
      </ModalFooter>
    </Modal>
  );
}
