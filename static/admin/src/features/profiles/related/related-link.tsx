import type { ReactNode } from 'react';
import { Row, Stack } from '../../../components/layout';
import { RouteLink } from '../../../components/route-link';

interface RelatedLinkProps {
  readonly to: string;
  readonly link: string;
  readonly children: ReactNode;
}

/** A long list in a sentence, and the way to it. */
export function RelatedLink({ to, link, children }: RelatedLinkProps) {
  return (
    <Stack>
      {children}
      <Row>
        <RouteLink to={to}>{link}</RouteLink>
      </Row>
    </Stack>
  );
}
