import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useHref, useNavigate } from 'react-router-dom';

/** The way back to the list that a page belongs to. */
export function BackLink({ to, text }: { readonly to: string; readonly text: string }) {
  const navigate = useNavigate();
  return (
    <Breadcrumbs>
      <BreadcrumbsItem
        text={text}
        href={useHref(to)}
        onClick={(event) => {
          event.preventDefault();
          navigate(to);
        }}
      />
    </Breadcrumbs>
  );
}
