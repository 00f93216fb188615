import type { GroupId, RunId } from '../domain/identifiers';
import { isForBrowser, nextPages, type GroupReading } from '../domain/group-reading';
import type { JobRun, RunStatus } from '../domain/job-run';
import { cursorOf, type GroupWork } from './download-cursor';

/** Consecutive pages of a group, to be read one after the other. */
export interface MemberPlace {
  readonly groupId: GroupId;
  readonly attempt: number;
  readonly startAt: number;
  readonly pages: number;
}

/**
 * What a browser that reads for a run does next. read: these places. wait: the background finishes the piece it is at.
 * check: everything is there, the app proves it. finished: the run is over. taken: another tab or person reads now.
 * ended: the lease ran out and the background went on.
 */
export type ReadingState = 'read' | 'wait' | 'check' | 'finished' | 'taken' | 'ended';

export interface SharedReading {
  readonly runId: RunId;
  readonly token: string;
  readonly state: ReadingState;
  /** Empty unless the state is `read`. */
  readonly places: readonly MemberPlace[];
  readonly done: number;
  readonly total: number | null;
  /** Pages that browsers handed in for this run so far. */
  readonly handedIn: number;
  /** What the app's own calls of this run have cost. */
  readonly points: number;
  readonly status: RunStatus;
  readonly summary: string;
}

/** Pages of one part: about 1,500 members, 160 KB on their way to the app. */
const PART_PAGES = 30;

export function sharedReading(run: JobRun, token: string, state: ReadingState): SharedReading {
  const cursor = cursorOf(run);
  const { done, total } = run.progress;
  return {
    runId: run.id,
    token,
    state,
    places: cursor && state === 'read' ? browserPlaces(cursor.groups) : [],
    done,
    total,
    handedIn: cursor?.browserPages ?? 0,
    points: run.points,
    status: run.status,
    summary: run.summary,
  };
}

/** What a browser reads next, at most a part. */
function browserPlaces(groups: readonly GroupWork[]): MemberPlace[] {
  const places: MemberPlace[] = [];
  let left = PART_PAGES;
  for (const { id, reading } of groups) {
    if (!isForBrowser(reading)) continue;
    const next = placesOf(reading, left).map((place) => ({ ...place, groupId: id, attempt: reading.attempt }));
    places.push(...next);
    left -= next.reduce((sum, { pages }) => sum + pages, 0);
  }
  return places;
}

/** Side by side where that is possible, otherwise as many pages in a row. */
function placesOf(reading: GroupReading, most: number): { startAt: number; pages: number }[] {
  const sideBySide = nextPages(reading, most);
  const [startAt] = sideBySide;
  if (startAt === undefined) return [];
  const isFirst = reading.pages === 0 && reading.attempt === 1;
  if (sideBySide.length > 1 || isFirst) return sideBySide.map((at) => ({ startAt: at, pages: 1 }));
  return [{ startAt, pages: Math.min(most, pagesLeft(reading) ?? most) }];
}

/** Pages that a reading still takes; undefined while its size is not known. */
export function pagesLeft({ total, listed, pageSize }: GroupReading): number | undefined {
  if (total === null || pageSize === 0) return undefined;
  return Math.max(1, Math.ceil((total - listed) / pageSize));
}
