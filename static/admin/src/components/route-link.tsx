import type { ReactNode } from 'react';
import Link from '@atlaskit/link';
import { useHref, useNavigate } from 'react-router-dom';

interface RouteLinkProps {
  readonly to: string;
  /** Where the text alone does not say what the link leads to; it begins with the text. */
  readonly label?: string;
  /** The page that is open. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link to another address of the app. The frame itself never leaves its document, so the click always goes through the router. */
export function RouteLink({ to, label, isCurrent, children }: RouteLinkProps) {
  const navigate = useNavigate();
  return (
    <Link
      href={useHref(to)}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
