import { Component, type ReactNode } from 'react';
import { Page } from './page';
import { Problem } from './problem';

interface BoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Keeps a bug to the page that has it: instead of the page it shows what happened, and a way to try again. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Page title={this.props.title}>
        <Problem error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
      </Page>
    );
  }
}
