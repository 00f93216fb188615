import { NavigationType, type Navigator } from 'react-router-dom';
import type { ProductHistory } from './bridge';
import type { ProductAddress } from './product-address';

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

/** The product's history and the router name the same three things. */
const ACTIONS = { POP: NavigationType.Pop, PUSH: NavigationType.Push, REPLACE: NavigationType.Replace } as const;

/**
 * Connects the router to the product's address bar. The product keeps its location up to date, so no change of address is missed.
 * Links show where the product has a route, so that their addresses can be copied and opened elsewhere.
 */
export function openHistory(history: ProductHistory, { site, base }: ProductAddress): AppHistory {
  const prefix = base === undefined ? '' : site + base;
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
      createHref: (to) =>
        prefix + (typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`),
      push: (to, state) => history.push(to, state),
      replace: (to, state) => history.replace(to, state),
      go: (delta) => history.go(delta),
    },
  };
}
