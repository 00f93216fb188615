import type { AppPage, ShellState } from './server';

/** Where Jira keeps a page of an app, by the type of its module and how the manifest uses it. */
export type Place = 'settings' | 'manage-apps' | 'apps' | 'personal';

/** Jira's own list of the apps that are installed, with their buttons. */
export const MANAGE_APPS = '/jira/settings/apps/manage-apps';

export function placeOf({ type, layout }: Pick<AppPage, 'type' | 'layout'>): Place {
  if (type === 'jira:globalPage') return 'apps';
  if (type === 'jira:personalSettingsPage') return 'personal';
  const { useAsConfig, useAsGetStarted } = layout as { useAsConfig?: boolean; useAsGetStarted?: boolean };
  return useAsConfig || useAsGetStarted ? 'manage-apps' : 'settings';
}

/** Whether a navigation of Jira lists a page: those of its settings are for administrators only, and one bug listed none. */
export function isListed(page: AppPage, { administers, switches }: ShellState): boolean {
  const place = placeOf(page);
  if (place === 'settings') return administers && switches.adminPageListed;
  return place !== 'manage-apps';
}

/** Nobody but administrators is let into Jira's settings, not by their address either. */
export function isClosed(page: AppPage, { administers }: ShellState): boolean {
  return !administers && ['settings', 'manage-apps'].includes(placeOf(page));
}

/** The page at an address; elsewhere the first one that is listed. */
export function pageAt(state: ShellState, pathname: string): AppPage | undefined {
  const { pages } = state;
  return pageOf(state, pathname) ?? pages.find((page) => isListed(page, state));
}

/** The app's page at an address of the site, if it is one of them. */
export function pageOf({ pages }: ShellState, pathname: string): AppPage | undefined {
  return pages.find(({ basePath }) => pathname === basePath || pathname.startsWith(`${basePath}/`));
}
