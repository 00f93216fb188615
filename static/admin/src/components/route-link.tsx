import type { ReactNode } from 'react';
import Link from '@atlaskit/link';
import { useHref, useNavigate } from 'react-router-dom';

interface RouteLinkProps {
  readonly to: string;
  /** Where the text alone does not say what the link leads to; it begins with the text. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to another address of the app. The frame itself never leaves its document, so the click always goes through the router. */
export function RouteLink({ to, label, children }: RouteLinkProps) {
  const navigate = useNavigate();
  return (
    <Link
      href={useHref(to)}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
