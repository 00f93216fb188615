import type { Instant } from './instant';

/** One attempt at reading all pages of a group. Jira cuts pages by position, so they shift when somebody joins or leaves. */
export interface GroupReading {
  /** Counts from 1. The first reads pages side by side; later ones go from page to page, which shifts least. */
  readonly attempt: number;
  readonly because: 'first' | 'weekly' | 'differs';
  readonly startedAt: Instant;
  /** Where the next page starts; null when all are there. */
  readonly nextStartAt: number | null;
  readonly pages: number;
  /** Members on the first page: where the others can be expected to start. */
  readonly pageSize: number;
  /** Members on all pages so far. */
  readonly listed: number;
  /** The group's size as the first page tells it; null when it does not. */
  readonly total: number | null;
  /** Every page told the same size. */
  readonly constant: boolean;
  /** Pages of it came from an administrator's browser: its size is believed only when the app has asked for it too. */
  readonly handedIn: boolean;
}

/** Readings of a group that a browser may make. What did not add up by then the app reads itself. */
const BROWSER_READINGS = 2;

interface Page {
  readonly members: readonly unknown[];
  readonly total: number | null;
  readonly nextStartAt: number | null;
  readonly handedIn?: boolean;
}

export function beginReading(because: GroupReading['because'], startedAt: Instant, attempt = 1): GroupReading {
  return {
    attempt,
    because,
    startedAt,
    nextStartAt: 0,
    pages: 0,
    pageSize: 0,
    listed: 0,
    total: null,
    constant: true,
    handedIn: false,
  };
}

/** The next try after one that did not add up. Where Jira tells no size, what a browser hands in can't be checked. */
export function readingAfter(reading: GroupReading, size: number | null, startedAt: Instant): GroupReading {
  const next = reading.attempt + 1;
  const isUnprovable = reading.handedIn && size === null;
  return beginReading(reading.because, startedAt, isUnprovable ? Math.max(next, BROWSER_READINGS + 1) : next);
}

export function isMissing(reading: GroupReading | null): reading is GroupReading {
  return reading !== null && reading.nextStartAt !== null;
}

/** Whether a browser may read what is missing of it. */
export function isForBrowser(reading: GroupReading | null): reading is GroupReading {
  return isMissing(reading) && reading.attempt <= BROWSER_READINGS;
}

/** Takes over a page; undefined when it does not join up with those before: then that place has to be read again. */
export function withPage(reading: GroupReading, startAt: number, page: Page): GroupReading | undefined {
  if (startAt !== reading.nextStartAt) return undefined;
  const isFirst = reading.pages === 0;
  return {
    ...reading,
    nextStartAt: page.nextStartAt,
    pages: reading.pages + 1,
    pageSize: isFirst ? page.members.length : reading.pageSize,
    listed: reading.listed + page.members.length,
    total: isFirst ? page.total : reading.total,
    constant: reading.constant && (isFirst || page.total === reading.total),
    handedIn: reading.handedIn || page.handedIn === true,
  };
}

/** Where pages can be read now: one after the other, or side by side once the size is known; at most `most`. */
export function nextPages({ attempt, nextStartAt, pageSize, total }: GroupReading, most: number): number[] {
  if (nextStartAt === null || most < 1) return [];
  if (attempt > 1 || pageSize === 0 || total === null) return [nextStartAt];
  const places = [nextStartAt];
  for (let at = nextStartAt + pageSize; at < total && places.length < most; at += pageSize) places.push(at);
  return places;
}

/** No page contradicts another: the size never changed and is the number of members that were listed. */
export function isSteady(reading: GroupReading): boolean {
  return reading.constant && reading.listed === reading.total;
}
