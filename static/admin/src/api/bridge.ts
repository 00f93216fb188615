import { router, showFlag, view } from '@forge/bridge';

export interface Viewer {
  readonly accountId: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** Takes over the product's colors, light or dark, and follows when the person switches. */
export function enableTheme(): Promise<unknown> {
  return Promise.resolve(view.theme.enable());
}

/** Which of the app's pages is looked at. */
export interface Visit {
  /** Key of the manifest's module. */
  readonly moduleKey: string;
  readonly viewer: Viewer;
}

/** Which page is looked at, by whom, in which language and time zone. */
export async function readVisit(): Promise<Visit> {
  const { moduleKey, accountId, locale, timezone } = await view.getContext();
  return { moduleKey, viewer: { accountId: accountId ?? '', locale: locale.replace('_', '-'), timeZone: timezone } };
}

export type ProductHistory = Awaited<ReturnType<typeof view.createHistory>>;

/** The product's address bar. */
export function createHistory(): Promise<ProductHistory> {
  return view.createHistory();
}

/** Names the browser's tab. */
export function nameTab(title: string): void {
  view.changeWindowTitle(title).catch((error: unknown) => console.warn(error));
}

/** Opens a page of Jira itself in a new tab. */
export function openInJira(path: string): void {
  router.open(path).catch((error: unknown) => console.warn(error));
}

let flags = 0;

/** Tells the result of an action in the product's corner; it goes away by itself. */
export function tell(type: 'success' | 'info' | 'warning' | 'error', title: string, description = ''): void {
  flags += 1;
  showFlag({ id: `license-management-${flags}`, type, title, description, isAutoDismiss: type !== 'error' });
}
