import { useMemo } from 'react';
import EmptyState from '@atlaskit/empty-state';
import { useSearchParams } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { listedProfiles } from '../../components/listed-profiles';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { NoProfile } from '../../components/profile-choice';
import { TableSkeleton } from '../../components/skeletons';
import { useSeats, useSources } from './list/use-seats';
import type { Source } from './list/seat';
import { ReadingSeats } from './reading-seats';
import { SubscriptionsTable } from './subscriptions-table';

const SHAPE = <TableSkeleton rows={10} columns={6} />;

/** Everybody who holds a seat, with their last activity. */
export default function SubscriptionsPage() {
  const [params] = useSearchParams();
  const wanted = params.get('profile');
  const query = useAnswer('listProfiles', {});
  return (
    <Page title="Subscriptions">
      <Loaded query={query} skeleton={SHAPE}>
        {({ profiles }) =>
          profiles.length > 0 ? <OfProfiles key={wanted} profiles={profiles} wanted={wanted} /> : <NoProfile />
        }
      </Loaded>
    </Page>
  );
}

interface OfProfilesProps {
  readonly profiles: readonly ProfileView[];
  readonly wanted: string | null;
}

function OfProfiles({ profiles, wanted }: OfProfilesProps) {
  const listed = useMemo(() => listedProfiles(profiles, wanted), [profiles, wanted]);
  const sources = useSources(listed);
  return (
    <Loaded query={sources} skeleton={SHAPE}>
      {(value) => (value.length > 0 ? <Seats profiles={profiles} sources={value} /> : <NotDownloaded />)}
    </Loaded>
  );
}

function Seats({
  profiles,
  sources,
}: {
  readonly profiles: readonly ProfileView[];
  readonly sources: readonly Source[];
}) {
  const list = useSeats(sources);
  return (
    <>
      {list.error ? <Problem error={list.error} onRetry={list.retry} /> : null}
      <ReadingSeats list={list} sources={sources} />
      {list.seats ? <SubscriptionsTable profiles={profiles} sources={sources} list={list} /> : null}
      {list.seats || list.error ? null : <div aria-busy="true">{SHAPE}</div>}
    </>
  );
}

function NotDownloaded() {
  return (
    <EmptyState
      header="No subscriptions yet"
      headingLevel={2}
      description="Everybody who holds a seat appears here after the first complete download. It starts when a profile is published; Jobs shows how far it is."
    />
  );
}
