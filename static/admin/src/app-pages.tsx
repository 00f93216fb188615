import { lazy, Suspense, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Route, Router, Routes } from 'react-router-dom';
import type { ProductHistory, Visit } from './api/bridge';
import { openHistory, type AppHistory } from './api/history';
import { guardHistory } from './api/leave-guard';
import { createQueryClient } from './api/query-client';
import { FormatProvider } from './components/format';
import { ProductAddressProvider } from './components/product-address';
import { PageSkeleton } from './components/skeletons';
import { ROUTES } from './routes';

const GuidedStart = lazy(() => import('./features/profiles/guided-start'));
const PAGES = ROUTES.map(({ path, load }) => ({ path, Page: lazy(load) }));

export interface AppProps {
  readonly visit: Visit;
  readonly history: ProductHistory;
}

/** What all sub-pages need around them. */
export function App({ visit, history, children }: AppProps & { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const [opened] = useState(() => guardHistory(openHistory(history, visit.address)));
  return (
    <QueryClientProvider client={client}>
      <ProductAddressProvider value={visit.address}>
        <FormatProvider viewer={visit.viewer}>
          <AddressBar history={opened}>{children}</AddressBar>
        </FormatProvider>
      </ProductAddressProvider>
    </QueryClientProvider>
  );
}

interface PagesProps {
  /** What stands around every page. */
  readonly frame: ReactElement;
  /** What is shown at an address that no page has. */
  readonly landing: ReactElement;
  /** Routes beside those of all ways in. */
  readonly children?: ReactNode;
}

/** The sub-pages by address. Each is loaded when it is first opened. */
export function Pages({ frame, landing, children }: PagesProps) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route element={frame}>
          {PAGES.map(({ path, Page }) => (
            <Route key={path} path={path} element={<Page guidedStart={<GuidedStart />} />} />
          ))}
          {children}
          <Route path="*" element={landing} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function AddressBar({ history, children }: { readonly history: AppHistory; readonly children: ReactNode }) {
  const { location, action } = useSyncExternalStore(history.subscribe, history.place);
  return (
    <Router location={location} navigationType={action} navigator={history.navigator}>
      {children}
    </Router>
  );
}
