import { useSyncExternalStore } from 'react';
import type { SharedReadingView } from '../../../../../src/shared/contract';
import { call, failureOf } from '../../api/call';
import { readMemberPage } from '../../api/member-pages';
import { readInBrowser, type ReadingEnd } from './read-in-browser';

/** The reading of this tab. It goes on while the person works on other pages of the app. */
export interface CurrentReading {
  readonly profileId: string;
  /** What the app said last; undefined until it agreed. */
  readonly shared: SharedReadingView | undefined;
  /** Requests of this tab. */
  readonly requests: number;
  readonly isStopping: boolean;
  /** Undefined while it goes on. */
  readonly end: ReadingEnd | { readonly kind: 'failed'; readonly error: unknown } | undefined;
}

let current: CurrentReading | undefined;
const listeners = new Set<() => void>();

function set(next: CurrentReading | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Begins to read for a profile's download, unless this tab reads already. */
export function startReading(profileId: string): void {
  if (current && !current.end) return;
  set({ profileId, shared: undefined, requests: 0, isStopping: false, end: undefined });
  const change = (fields: Partial<CurrentReading>) => {
    if (current) set({ ...current, ...fields });
  };
  readInBrowser({
    claim: () => call('claimDownload', { profileId }),
    handIn: (runId, token, pages) => call('handInMembers', { runId, token, pages }),
    release: (runId, token) => call('releaseDownload', { runId, token }),
    readPage: readMemberPage,
    wait: (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)),
    mayRetry: (error) => ['internal', 'conflict', 'jira-busy'].includes(failureOf(error).code),
    isCanceled: () => current?.isStopping === true,
    count: () => change({ requests: (current?.requests ?? 0) + 1 }),
    show: (shared) => change({ shared }),
  }).then(
    (end) => change({ end }),
    (error: unknown) => change({ end: { kind: 'failed', error } }),
  );
}

/** Stops after the requests that are under way; the background goes on. */
export function stopReading(): void {
  if (current && !current.end) set({ ...current, isStopping: true });
}

/** Forgets how the last reading ended. */
export function forgetReading(): void {
  if (current?.end) set(undefined);
}

/** The reading of this tab for a profile. */
export function useReading(profileId: string): CurrentReading | undefined {
  const reading = useSyncExternalStore(subscribe, () => current);
  return reading?.profileId === profileId ? reading : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
