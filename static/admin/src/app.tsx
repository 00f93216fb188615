import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Navigate, Route, Router, Routes } from 'react-router-dom';
import type { Viewer } from './api/bridge';
import { openHistory, type AppHistory } from './api/history';
import { guardHistory } from './api/leave-guard';
import { createQueryClient } from './api/query-client';
import { FormatProvider } from './components/format';
import { PageBoundary } from './components/page-boundary';
import { PageSkeleton } from './components/skeletons';

const Overview = lazy(() => import('./features/overview/overview-page'));
const GuidedStart = lazy(() => import('./features/profiles/guided-start'));
const Subscriptions = lazy(() => import('./features/subscriptions/subscriptions-page'));
const Candidates = lazy(() => import('./features/removal-candidates/candidates-page'));
const Reclaim = lazy(() => import('./features/removal-candidates/reclaim-page'));
const Restore = lazy(() => import('./features/removal-candidates/restore-page'));
const Candidate = lazy(() => import('./features/removal-candidates/candidate-page'));
const Profiles = lazy(() => import('./features/profiles/profiles-page'));
const Profile = lazy(() => import('./features/profiles/profile-page'));
const Access = lazy(() => import('./features/access/access-page'));
const Exclusions = lazy(() => import('./features/exclusions/exclusions-page'));
const Rules = lazy(() => import('./features/rules/rules-page'));
const Rule = lazy(() => import('./features/rules/rule-page'));
const SoftwareModels = lazy(() => import('./features/software-models/software-models-page'));
const Jobs = lazy(() => import('./features/jobs/jobs-page'));
const Evidence = lazy(() => import('./features/evidence/evidence-page'));

/** Opens the admin page at the address where the product is. */
export async function openAdminPage(viewer: Viewer) {
  return <App viewer={viewer} history={await openHistory()} />;
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
        <Route path="/overview" element={<Overview guidedStart={<GuidedStart />} />} />
        <Route path="/subscriptions/:account?" element={<Subscriptions />} />
        <Route path="/removal-candidates" element={<Candidates />} />
        <Route path="/removal-candidates/reclaim" element={<Reclaim />} />
        <Route path="/removal-candidates/restore" element={<Restore />} />
        <Route path="/removal-candidates/:number" element={<Candidate />} />
        <Route path="/profiles" element={<Profiles />} />
        <Route path="/profiles/:profileId/:tab?" element={<Profile />} />
        <Route path="/rules" element={<Rules />} />
        <Route path="/rules/:profileId/:roleKey" element={<Rule />} />
        <Route path="/access" element={<Access />} />
        <Route path="/models" element={<SoftwareModels />} />
        <Route path="/exclusions" element={<Exclusions />} />
        <Route path="/jobs" element={<Jobs />} />
        <Route path="/evidence" element={<Evidence />} />
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
