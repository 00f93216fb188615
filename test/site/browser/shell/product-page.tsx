import type { ReactNode } from 'react';
import { placeOf } from './pages';
import type { ShellState } from './server';

/** A page of Jira itself, where no page of the app is shown. */
export function ProductPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="notice">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** Jira's list of installed apps: an app has a button there for its page that is used to configure it or to get started. */
export function ManageApps({ pages }: ShellState) {
  return (
    <ProductPage title="Manage apps">
      {pages
        .filter((page) => placeOf(page) === 'manage-apps')
        .map(({ key, title, basePath, layout }) => (
          <p key={key}>
            {title}{' '}
            <a href={basePath}>{(layout as { useAsConfig?: boolean }).useAsConfig ? 'Configure' : 'Get started'}</a>
          </p>
        ))}
    </ProductPage>
  );
}
