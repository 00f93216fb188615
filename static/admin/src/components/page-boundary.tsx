import { Component, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { Page } from './page';
import { Problem } from './problem';

/** Keeps a page's bug on that page: another address starts afresh. */
export function PageBoundary() {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname.split('/')[1]}>
      <Outlet />
    </Boundary>
  );
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Page title="License management">
        <Problem error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
      </Page>
    );
  }
}
