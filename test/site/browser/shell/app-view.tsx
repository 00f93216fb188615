import { useState } from 'react';
import Modal, { ModalTransition } from '@atlaskit/modal-dialog';
import { AppFrame } from './app-frame';
import type { ModalOptions, Surroundings } from './bridge-host';
import type { AppPage, ShellState } from './server';

interface AppViewProps {
  readonly page: AppPage;
  readonly colorMode: 'light' | 'dark';
  readonly state: ShellState;
  readonly surroundings: Pick<Surroundings, 'showFlag' | 'closeFlag' | 'reload' | 'history' | 'isShown'>;
}

/** A page of the app, and the dialog of the product that it may open. */
export function AppView({ page, colorMode, state, surroundings }: AppViewProps) {
  const [modal, setModal] = useState<ModalOptions>();
  const closeModal = (payload: unknown) => {
    modal?.onClose?.(payload);
    setModal(undefined);
  };
  const frame = { page, colorMode, surroundings: { ...surroundings, openModal: setModal, closeModal } };
  return (
    <>
      <AppFrame {...frame} height={state.switches.frameHeight} />
      <ModalTransition>
        {modal ? (
          <Modal
            label={modal.title ?? page.title}
            width={modal.size === 'small' ? 'small' : 'large'}
            shouldCloseOnOverlayClick={modal.closeOnOverlayClick ?? true}
            onClose={() => closeModal(undefined)}
          >
            <div className="modal-frame">
              <AppFrame {...frame} height="fixed" modalContext={modal.context ?? {}} />
            </div>
          </Modal>
        ) : null}
      </ModalTransition>
    </>
  );
}
