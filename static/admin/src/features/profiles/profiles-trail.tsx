import { BackLink } from '../../components/back-link';

export function ProfilesTrail() {
  return <BackLink to="/profiles" text="Integration profiles" />;
}
