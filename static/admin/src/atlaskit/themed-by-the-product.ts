import type { ReactNode } from 'react';

/** Stands in for Atlaskit's own theme provider: the product themes the page, portals included. */
export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return children;
}

export default ThemeProvider;
