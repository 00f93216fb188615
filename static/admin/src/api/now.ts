import { useSyncExternalStore } from 'react';
import type { Instant } from '../../../../src/shared/contract';

let current: Instant = '';
const listeners = new Set<() => void>();

/** Remembers the server's clock from an answer; it never goes back. */
export function learnNow(now: Instant): void {
  if (now <= current) return;
  current = now;
  for (const listener of listeners) listener();
}

/** The server's clock as of its latest answer, in milliseconds. Pages never ask the browser's clock. */
export function useNow(): number {
  return Date.parse(useSyncExternalStore(subscribe, () => current || '1970-01-01T00:00:00.000Z'));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
