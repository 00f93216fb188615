import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useNavigate } from 'react-router-dom';

/** The way back to the list. */
export function BackToRules({ profileId }: { readonly profileId: string }) {
  const navigate = useNavigate();
  const href = `/rules?profile=${encodeURIComponent(profileId)}`;
  return (
    <Breadcrumbs>
      <BreadcrumbsItem
        text="Reclamation rules"
        href={href}
        onClick={(event) => {
          event.preventDefault();
          navigate(href);
        }}
      />
    </Breadcrumbs>
  );
}
