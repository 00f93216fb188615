import EmptyState from '@atlaskit/empty-state';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { useFormat } from '../../../components/format';
import { Loaded } from '../../../components/loaded';
import { Moment } from '../../../components/moment';
import { TextSkeleton } from '../../../components/skeletons';
import { RelatedLink } from './related-link';

/** How many subscriptions the profile has, and the way to them. */
export function SubscriptionsTab({ profile: { id } }: { readonly profile: ProfileView }) {
  const format = useFormat();
  const table = useAnswer('getSubscriptionTable', { profileId: id });
  return (
    <Loaded query={table} skeleton={<TextSkeleton lines={2} />}>
      {(value) =>
        value ? (
          <RelatedLink
            to={`/subscriptions?profile=${encodeURIComponent(id)}`}
            link={`Open ${format.count(value.seats, 'subscription', 'subscriptions')}`}
          >
            <p>
              {format.count(value.seats, 'seat', 'seats')} of {format.count(value.people, 'person', 'people')} in{' '}
              {format.list(value.roles.map(({ name }) => name))}, downloaded <Moment at={value.completedAt} />.
            </p>
          </RelatedLink>
        ) : (
          <EmptyState
            header="No subscriptions yet"
            headingLevel={2}
            description="They appear when the first download is done. Publishing the profile starts it."
          />
        )
      }
    </Loaded>
  );
}
