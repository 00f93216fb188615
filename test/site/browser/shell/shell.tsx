import { useEffect, useMemo, useState } from 'react';
import { AppView } from './app-view';
import type { FlagOptions } from './bridge-host';
import { Flags } from './flags';
import { FrameHistory } from './frame-history';
import { Languages } from './languages';
import { isClosed, MANAGE_APPS, pageAt, pageOf } from './pages';
import { ManageApps, ProductPage } from './product-page';
import { ask, sectionsOf, type AppPage, type ShellState } from './server';
import { SideNav } from './side-nav';
import { TopBar } from './top-bar';
import { useColorMode } from './use-color-mode';

/** Jira around the app. */
export function Shell({ initial }: { readonly initial: ShellState }) {
  const [state, setState] = useState(initial);
  const [colorMode, setColorMode] = useColorMode();
  const [flags, setFlags] = useState<readonly FlagOptions[]>([]);
  const [frameNumber, setFrameNumber] = useState(0);
  const [busy, setBusy] = useState(false);
  const page = useMemo(() => pageShown(initial), [initial]);
  const history = useMemo(() => openHistory(page), [page]);
  const current = useLocation(history);
  const closeFlag = (id: string) => setFlags((shown) => shown.filter((flag) => flag.id !== id));
  const reload = () => setFrameNumber((number) => number + 1);
  const surroundings = {
    showFlag: (flag: FlagOptions) => setFlags((shown) => [flag, ...shown.filter(({ id }) => id !== flag.id)]),
    closeFlag,
    reload,
    history,
    isShown: (pathname: string) => pathname === MANAGE_APPS || pageOf(state, pathname) !== undefined,
  };

  async function advance(by: string): Promise<void> {
    setBusy(true);
    try {
      await ask('/__site/clock', { advance: by });
      setState(await ask<ShellState>('/__shell/state'));
      reload();
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
      <div className="side">
        <SideNav
          state={state}
          page={page}
          current={current}
          onOpen={(route) => history.navigate(route, undefined, 'PUSH')}
        />
        <Languages onChange={reload} />
      </div>
      <div className="app-area">
        {page && state.mayUseApp && !isClosed(page, state) ? (
          <AppView key={frameNumber} page={page} colorMode={colorMode} state={state} surroundings={surroundings} />
        ) : (
          <WithoutApp state={state} page={page} />
        )}
      </div>
      <Flags flags={flags} onClose={closeFlag} />
    </div>
  );
}

/** The page that the address shows; none where Jira has a page of its own. */
function pageShown(state: ShellState): AppPage | undefined {
  return location.pathname === MANAGE_APPS ? undefined : pageAt(state, location.pathname);
}

/** What Jira shows where it shows no page of the app. */
function WithoutApp({ state, page }: { readonly state: ShellState; readonly page: AppPage | undefined }) {
  if (!page && !state.administers) return <ProductPage title="No page for you">This app has none.</ProductPage>;
  if (!page) return <ManageApps {...state} />;
  if (isClosed(page, state))
    return <ProductPage title="You can’t open Jira settings">Only Jira administrators can.</ProductPage>;
  return (
    <ProductPage title="This app is not shared with you">
      Its developer has not distributed it: only contributors to the app can use it.
    </ProductPage>
  );
}

function openHistory(page: AppPage | undefined): FrameHistory {
  const basePath = page?.basePath ?? '';
  const first = page && sectionsOf(page)[0]?.pages[0]?.route;
  if (page && !location.pathname.startsWith(basePath))
    window.history.replaceState(null, '', first === undefined ? basePath : `${basePath}/${first}`);
  return new FrameHistory(basePath);
}

function useLocation(history: FrameHistory): string {
  const [pathname, setPathname] = useState(history.location.pathname);
  useEffect(() => history.listen((location) => setPathname(location.pathname)), [history]);
  return pathname;
}
