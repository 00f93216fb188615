import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { RouteLink } from '../../components/route-link';

interface PersonLinkProps {
  readonly accountId: string;
  readonly children: ReactNode;
}

/** Opens the details of a person beside the list, with the filters as they are. */
export function PersonLink({ accountId, children }: PersonLinkProps) {
  const { search } = useLocation();
  return <RouteLink to={`/subscriptions/${encodeURIComponent(accountId)}${search}`}>{children}</RouteLink>;
}
