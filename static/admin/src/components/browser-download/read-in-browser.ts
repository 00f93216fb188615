import type { HandedInPage, SharedReadingView } from '../../../../../src/shared/contract';
import { readPlaces, type Hindrance, type PageDoors } from './read-places';

/** Everything the reading needs of its surroundings; tests bring their own. */
export interface ReadingDoors extends PageDoors {
  readonly claim: () => Promise<SharedReadingView>;
  readonly handIn: (runId: string, token: string, pages: readonly HandedInPage[]) => Promise<SharedReadingView>;
  readonly release: (runId: string, token: string) => Promise<unknown>;
  /** Whether asking the app again may help. */
  readonly mayRetry: (error: unknown) => boolean;
  readonly show: (shared: SharedReadingView) => void;
}

/** How the reading ended. */
export type ReadingEnd =
  | { readonly kind: 'finished'; readonly run: SharedReadingView }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'silent' }
  | Hindrance;

const SECOND = 1000;
const LOOK_AGAIN_MS = 1.5 * SECOND;
const TRIES = 4;
/** Times in a row that a sleeping computer may lose the lease before it is left to the background. */
const CLAIMS = 3;

/**
 * Reads the members of a download as the person at the page and hands them in, part by part, until the list is made. Throws
 * what the app refuses. However it ends, what was handed in is kept and the background does the rest.
 */
export async function readInBrowser(doors: ReadingDoors): Promise<ReadingEnd> {
  let shared = await doors.claim();
  let claims = 1;
  for (;;) {
    doors.show(shared);
    const end = endOf(shared, claims);
    if (end) return end;
    if (doors.isCanceled()) return leave(shared, { kind: 'canceled' }, doors);
    if (shared.state === 'ended') {
      claims += 1;
      shared = await doors.claim();
    } else if (shared.state === 'read') {
      const { pages, hindrance } = await readPlaces(shared.places, doors);
      shared = await handIn(shared, pages, doors);
      if (hindrance && !endOf(shared, claims)) return leave(shared, hindrance, doors);
      if (shared.state === 'read') claims = 1;
    } else {
      await doors.wait(LOOK_AGAIN_MS);
      shared = await handIn(shared, [], doors);
    }
  }
}

function endOf(shared: SharedReadingView, claims: number): ReadingEnd | undefined {
  if (shared.state === 'finished') return { kind: 'finished', run: shared };
  if (shared.state === 'taken') return { kind: 'taken' };
  return shared.state === 'ended' && claims >= CLAIMS ? { kind: 'silent' } : undefined;
}

/** The background is told to go on; when even that is not heard, it notices within two minutes. */
async function leave({ runId, token }: SharedReadingView, end: ReadingEnd, doors: ReadingDoors): Promise<ReadingEnd> {
  await doors.release(runId, token).catch((error: unknown) => console.warn(error));
  return end;
}

/** A part that comes twice counts once, so one whose answer was lost is sent again. */
async function handIn(
  { runId, token }: SharedReadingView,
  pages: readonly HandedInPage[],
  doors: ReadingDoors,
): Promise<SharedReadingView> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await doors.handIn(runId, token, pages);
    } catch (error) {
      if (attempt >= TRIES || !doors.mayRetry(error)) throw error;
      await doors.wait(SECOND * 2 ** attempt);
    }
  }
}
