import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Navigate, Route, Router, Routes } from 'react-router-dom';
import type { ProductHistory, Viewer } from './api/bridge';
import { openHistory, type AppHistory } from './api/history';
import { guardHistory } from './api/leave-guard';
import { createQueryClient } from './api/query-client';
import { FormatProvider } from './components/format';
import { PageBoundary } from './components/page-boundary';
import { PageSkeleton } from './components/skeletons';
import { ROUTES } from './routes';

const GuidedStart = lazy(() => import('./features/profiles/guided-start'));
const PAGES = ROUTES.map(({ path, load }) => ({ path, Page: lazy(load) }));

/** Opens the admin page at the address where the product is. */
export function openAdminPage(viewer: Viewer, history: ProductHistory) {
  return <App viewer={viewer} history={openHistory(history)} />;
}

/** The admin page: its sub-pages by address. Each is loaded when it is first opened. */
function App({ viewer, history }: { readonly viewer: Viewer; readonly history: AppHistory }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <FormatProvider viewer={viewer}>
        <AddressBar history={history}>
          <Suspense fallback={<PageSkeleton />}>
            <Pages />
          </Suspense>
        </AddressBar>
      </FormatProvider>
    </QueryClientProvider>
  );
}

function Pages() {
  return (
    <Routes>
      <Route element={<PageBoundary />}>
        {PAGES.map(({ path, Page }) => (
          <Route key={path} path={path} element={<Page guidedStart={<GuidedStart />} />} />
        ))}
        <Route path="*" element={<Navigate to="/overview" replace />} />
      </Route>
    </Routes>
  );
}

function AddressBar({
  history: unguarded,
  children,
}: {
  readonly history: AppHistory;
  readonly children: React.ReactNode;
}) {
  const [history] = useState(() => guardHistory(unguarded));
  const { location, action } = useSyncExternalStore(history.subscribe, history.place);
  return (
    <Router location={location} navigationType={action} navigator={history.navigator}>
      {children}
    </Router>
  );
}
