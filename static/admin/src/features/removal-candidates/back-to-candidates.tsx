import { BackLink } from '../../components/back-link';

export function BackToCandidates() {
  return <BackLink to="/removal-candidates" text="Removal candidates" />;
}
