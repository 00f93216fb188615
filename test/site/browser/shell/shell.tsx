import { useEffect, useMemo, useState } from 'react';
import Modal, { ModalTransition } from '@atlaskit/modal-dialog';
import { AppFrame } from './app-frame';
import type { FlagOptions, ModalOptions } from './bridge-host';
import { Flags } from './flags';
import { FrameHistory } from './frame-history';
import { isListed, pageAt } from './pages';
import { ask, sectionsOf, type AppPage, type ShellState } from './server';
import { SideNav } from './side-nav';
import { TopBar } from './top-bar';
import { useColorMode } from './use-color-mode';

/** The administration page around the app. */
export function Shell({ initial }: { readonly initial: ShellState }) {
  const [state, setState] = useState(initial);
  const [colorMode, setColorMode] = useColorMode();
  const [flags, setFlags] = useState<readonly FlagOptions[]>([]);
  const [modal, setModal] = useState<ModalOptions>();
  const [frameNumber, setFrameNumber] = useState(0);
  const [busy, setBusy] = useState(false);
  const page = useMemo(() => pageAt(initial, location.pathname), [initial]);
  const history = useMemo(() => openHistory(page), [page]);
  const current = useLocation(history);

  if (!page) return <p className="notice">The app&apos;s manifest has no page for you.</p>;

  const closeFlag = (id: string) => setFlags((shown) => shown.filter((flag) => flag.id !== id));
  const surroundings = {
    showFlag: (flag: FlagOptions) => setFlags((shown) => [flag, ...shown.filter(({ id }) => id !== flag.id)]),
    closeFlag,
    openModal: setModal,
    closeModal: (payload: unknown) => {
      modal?.onClose?.(payload);
      setModal(undefined);
    },
    reload: () => setFrameNumber((number) => number + 1),
    history,
  };

  async function advance(by: string): Promise<void> {
    setBusy(true);
    try {
      await ask('/__site/clock', { advance: by });
      setState(await ask<ShellState>('/__shell/state'));
      surroundings.reload();
    } catch (error) {
      surroundings.showFlag({ id: 'clock', type: 'error', title: `Time did not move: ${(error as Error).message}` });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="shell">
      <TopBar
        state={state}
        colorMode={colorMode}
        busy={busy}
        onColorMode={setColorMode}
        onAdvance={(by) => void advance(by)}
      />
      <SideNav
        pages={state.pages.filter((each) => each.key === page.key || isListed(each, state))}
        page={page}
        current={current}
        onOpen={(route) => history.navigate(route, undefined, 'PUSH')}
      />
      <div className="app-area">
        <AppFrame key={frameNumber} page={page} colorMode={colorMode} surroundings={surroundings} />
      </div>
      <ModalTransition>
        {modal ? (
          <Modal
            label={modal.title ?? page.title}
            width={modal.size === 'small' ? 'small' : 'large'}
            shouldCloseOnOverlayClick={modal.closeOnOverlayClick ?? true}
            onClose={() => surroundings.closeModal(undefined)}
          >
            <div className="modal-frame">
              <AppFrame
                page={page}
                colorMode={colorMode}
                surroundings={surroundings}
                modalContext={modal.context ?? {}}
              />
            </div>
          </Modal>
        ) : null}
      </ModalTransition>
      <Flags flags={flags} onClose={closeFlag} />
    </div>
  );
}

function openHistory(page: AppPage | undefined): FrameHistory {
  const basePath = page?.basePath ?? '';
  const first = page && sectionsOf(page)[0]?.pages[0]?.route;
  if (!location.pathname.startsWith(basePath))
    window.history.replaceState(null, '', first === undefined ? basePath : `${basePath}/${first}`);
  return new FrameHistory(basePath);
}

function useLocation(history: FrameHistory): string {
  const [pathname, setPathname] = useState(history.location.pathname);
  useEffect(() => history.listen((location) => setPathname(location.pathname)), [history]);
  return pathname;
}
