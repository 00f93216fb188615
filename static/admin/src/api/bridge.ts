import { router, showFlag, view } from '@forge/bridge';
import { NavigationType, type Navigator } from 'react-router-dom';

export interface Viewer {
  readonly accountId: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}

/** Where the page is, and how it got there. */
export interface Place {
  readonly location: AppLocation;
  readonly action: NavigationType;
}

/** The product's history, shaped for the router: the product's address bar is the page's. */
export interface AppHistory {
  readonly navigator: Navigator;
  readonly place: () => Place;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Takes over the product's colors, light or dark, and follows when the person switches. */
export function enableTheme(): Promise<unknown> {
  return Promise.resolve(view.theme.enable());
}

/** Who looks at the page, in which language and time zone. */
export async function readViewer(): Promise<Viewer> {
  const context = await view.getContext();
  return {
    accountId: context.accountId ?? '',
    locale: context.locale.replace('_', '-'),
    timeZone: context.timezone,
  };
}

/** The product's history and the router name the same three things. */
const ACTIONS = { POP: NavigationType.Pop, PUSH: NavigationType.Push, REPLACE: NavigationType.Replace } as const;

/** Connects the router to the product's address bar. It listens from the start, so no change of address is missed. */
export async function openHistory(): Promise<AppHistory> {
  const history = await view.createHistory();
  const listeners = new Set<() => void>();
  let place: Place = { location: history.location as AppLocation, action: NavigationType.Pop };
  history.listen((location, action) => {
    place = { location: location as AppLocation, action: ACTIONS[action] };
    for (const listener of listeners) listener();
  });
  return {
    place: () => place,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigator: {
      // Links show this address, but a click always goes through `push`: the real address belongs to the product.
      createHref: (to) => (typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`),
      push: (to, state) => history.push(to, state),
      replace: (to, state) => history.replace(to, state),
      go: (delta) => history.go(delta),
    },
  };
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
