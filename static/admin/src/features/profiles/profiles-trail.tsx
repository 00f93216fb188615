import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useNavigate } from 'react-router-dom';

/** The way back to the list. */
export function ProfilesTrail() {
  const navigate = useNavigate();
  return (
    <Breadcrumbs>
      <BreadcrumbsItem
        text="Integration profiles"
        href="/profiles"
        onClick={(event) => {
          event.preventDefault();
          navigate('/profiles');
        }}
      />
    </Breadcrumbs>
  );
}
