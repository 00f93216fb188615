import type { AppPage, ShellState } from './server';

/** Jira lists the pages of its administration for administrators only; a personal page is everybody's. */
export function isListed({ type }: AppPage, { administers }: ShellState): boolean {
  return administers || type === 'jira:personalSettingsPage';
}

/**
 * The page at an address; elsewhere the first one that is listed. Whoever knows the address of a page gets it, as far as is
 * known: an app has to check by itself who asks.
 */
export function pageAt(state: ShellState, pathname: string): AppPage | undefined {
  const { pages } = state;
  return pages.find(({ basePath }) => pathname.startsWith(basePath)) ?? pages.find((page) => isListed(page, state));
}
