import type { AppHistory, AppLocation, Place } from './history';

/** Asked before the page goes to another address. */
export interface LeaveGuard {
  /** Addresses at which nothing would be lost. */
  readonly stays: (pathname: string) => boolean;
  /** Asks the person; `leave` goes on to where they wanted to go. */
  readonly ask: (leave: () => void) => void;
}

let guard: LeaveGuard | undefined;

/** Sets the guard of what is being edited; answers how to take it away again. */
export function setLeaveGuard(next: LeaveGuard): () => void {
  guard = next;
  return () => {
    if (guard === next) guard = undefined;
  };
}

/** Lets the page go without asking: what was edited is saved or gone. */
export function dropLeaveGuard(): void {
  guard = undefined;
}

/**
 * A history that asks the guard first. The product's own links and the browser's Back change the address before the page
 * hears of it: then the address is put back, and set again when the person agrees to leave.
 */
export function guardHistory(history: AppHistory): AppHistory {
  const listeners = new Set<() => void>();
  let place: Place = history.place();

  function show(next: Place): void {
    place = next;
    for (const listener of listeners) listener();
  }

  history.subscribe(() => {
    const next = history.place();
    if (!guard || guard.stays(next.location.pathname)) {
      show(next);
      return;
    }
    history.navigator.push(addressOf(place.location), place.location.state);
    leaveTo(() => history.navigator.push(addressOf(next.location), next.location.state));
  });

  return {
    place: () => place,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigator: {
      ...history.navigator,
      push: (to, state, options) => {
        const pathname = typeof to === 'string' ? to.split(/[?#]/)[0] : to.pathname;
        if (!guard || pathname === undefined || guard.stays(pathname)) history.navigator.push(to, state, options);
        else leaveTo(() => history.navigator.push(to, state, options));
      },
    },
  };
}

function leaveTo(go: () => void): void {
  guard?.ask(() => {
    dropLeaveGuard();
    go();
  });
}

function addressOf({ pathname, search, hash }: AppLocation): string {
  return `${pathname}${search}${hash}`;
}
