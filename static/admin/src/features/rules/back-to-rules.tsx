import { BackLink } from '../../components/back-link';

export function BackToRules({ profileId }: { readonly profileId: string }) {
  return <BackLink to={`/rules?profile=${encodeURIComponent(profileId)}`} text="Reclamation rules" />;
}
