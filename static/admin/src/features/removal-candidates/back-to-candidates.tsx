import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useNavigate } from 'react-router-dom';

/** The way back to the list. */
export function BackToCandidates() {
  const navigate = useNavigate();
  return (
    <Breadcrumbs>
      <BreadcrumbsItem
        text="Removal candidates"
        href="/removal-candidates"
        onClick={(event) => {
          event.preventDefault();
          navigate('/removal-candidates');
        }}
      />
    </Breadcrumbs>
  );
}
