import { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { Viewer } from '../../api/viewer';
import { createQueryClient } from '../../api/query-client';
import { Boundary } from '../../components/boundary';
import { FormatProvider } from '../../components/format';
import { MySeatPage } from './my-seat-page';

export { MySeatPage };

/** The personal page “My Jira seat”, for everybody who signs in. */
export function MySeat({ viewer }: { readonly viewer: Viewer }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <FormatProvider viewer={viewer}>
        <Boundary title="My Jira seat">
          <MySeatPage />
        </Boundary>
      </FormatProvider>
    </QueryClientProvider>
  );
}
