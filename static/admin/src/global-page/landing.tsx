import { Navigate } from 'react-router-dom';
import { failureOf } from '../api/call';
import { useAnswer } from '../api/queries';
import { Loaded } from '../components/loaded';
import { Page } from '../components/page';
import { CardsSkeleton } from '../components/skeletons';
import { MY_SEAT } from './my-seat-route';

/** Leads on: whoever has a role in the app to the overview, everybody else to their own seat. */
export function Landing() {
  const session = useAnswer('getSession', {});
  if (session.error && failureOf(session.error).code === 'not-permitted') return <Navigate to={MY_SEAT} replace />;
  if (session.data) return <Navigate to="/overview" replace />;
  return (
    <Page title="License management">
      <Loaded query={session} skeleton={<CardsSkeleton cards={1} height={200} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}
