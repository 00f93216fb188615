import SectionMessage from '@atlaskit/section-message';
import type { ProfileView } from '../../../../../src/shared/contract';
import { RouteLink } from '../../components/route-link';

/** Why no seat of a profile can be taken back now. */
export function FrozenProfile({ profile }: { readonly profile: ProfileView }) {
  const { id, displayName, reclaim, reclaimLock } = profile;
  return (
    <SectionMessage
      appearance={reclaim ? 'warning' : 'information'}
      title={reclaim ? `Candidates of ${displayName} are frozen` : `Reclaim is off in ${displayName}`}
    >
      <p>{reclaimLock} Nobody can be removed meanwhile.</p>
      <RouteLink to={`/profiles/${id}`}>Open the profile</RouteLink>
    </SectionMessage>
  );
}
