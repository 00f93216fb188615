import type { ReactNode } from 'react';
import Link from '@atlaskit/link';
import { useHref, useNavigate } from 'react-router-dom';

interface RouteLinkProps {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to another address of the app. The frame itself never leaves its document, so the click always goes through the router. */
export function RouteLink({ to, children }: RouteLinkProps) {
  const navigate = useNavigate();
  return (
    <Link
      href={useHref(to)}
      onClick={(event) => {
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
