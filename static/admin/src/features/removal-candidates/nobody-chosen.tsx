import EmptyState from '@atlaskit/empty-state';
import { RouteLink } from '../../components/route-link';

/** An address that lost whom it was about. */
export function NobodyChosen() {
  return (
    <EmptyState
      header="Nobody is chosen"
      headingLevel={2}
      description="This address does not say whom it is about. Choose people in the list, then preview them."
      tertiaryAction={<RouteLink to="/removal-candidates">Go to Removal candidates</RouteLink>}
    />
  );
}
