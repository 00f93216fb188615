import EmptyState from '@atlaskit/empty-state';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { ChosenProfile, ProfileSwitch } from '../../components/profile-choice';
import { ReadingProgress } from '../../components/reading-progress';
import { TableSkeleton } from '../../components/skeletons';
import type { SubscriptionTable } from '../../../../../src/shared/contract';
import { SubscriptionsTable } from './subscriptions-table';
import { useSubscriptionRows } from './use-subscription-rows';

/** Everybody who holds a seat, with their last activity. */
export default function SubscriptionsPage() {
  return (
    <Page title="Subscriptions">
      <ChosenProfile>{(profile) => <Subscriptions profile={profile} />}</ChosenProfile>
    </Page>
  );
}

function Subscriptions({ profile }: { readonly profile: ProfileView }) {
  const table = useAnswer('getSubscriptionTable', { profileId: profile.id });
  return (
    <>
      <ProfileSwitch current={profile} />
      <Loaded query={table} skeleton={<TableSkeleton rows={10} columns={6} />}>
        {(value) => (value ? <Rows key={profile.id} profile={profile} table={value} /> : <NotDownloaded />)}
      </Loaded>
    </>
  );
}

function Rows({ profile, table }: { readonly profile: ProfileView; readonly table: SubscriptionTable }) {
  const format = useFormat();
  const { query, bucketsRead } = useSubscriptionRows(profile.id, table);
  const read = Math.round((bucketsRead / Math.max(1, table.buckets)) * table.seats);
  const text = `Reading ${format.number(read)} of ${format.count(table.seats, 'seat', 'seats')}`;
  return (
    <>
      {query.error ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <SubscriptionsTable profile={profile} table={table} rows={query.data} /> : null}
      {query.isPending ? <ReadingProgress done={bucketsRead} total={table.buckets} text={text} /> : null}
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
