import { expectedRate, groupSize, MOST_TOGETHER, type HitRate } from './probe-plan';

/**
 * How work items are searched. `crawl`: all that were updated. `probe`: only for people who seem silent. `events`: not at all,
 * because product events told everything.
 */
export type SearchKind = 'events' | 'crawl' | 'probe';

/** How a run searched, what that was expected to cost, and what it did cost. */
export interface SearchPlan {
  readonly kind: SearchKind;
  readonly estimatedRequests: number;
  readonly estimatedPoints: number;
  /** What the search has cost so far; null before it ended. */
  readonly requests: number | null;
  readonly points: number | null;
}

export interface SearchCost {
  readonly requests: number;
  readonly points: number;
}

const ISSUES_PER_PAGE = 100;
/** Work items of which comments or changes do not fit into the search answer, and are read one by one. */
const TRUNCATED_SHARE = 0.01;
/** What it takes to find out when somebody who was recognized last worked, beyond the group's own question. */
const REQUESTS_PER_HIT = 2;
const POINTS_PER_HIT = 10;
/** Of people of whom other sources show nothing, so many worked at most where those sources show nobody at all. */
const HIGHEST_PRIOR = 0.5;
export const LOWEST_PRIOR = 0.02;

export function crawlCost(issues: number): SearchCost {
  const pages = Math.ceil(issues / ISSUES_PER_PAGE);
  const rest = Math.round(issues * TRUNCATED_SHARE);
  return { requests: pages + rest, points: pages + issues + rest * 20 };
}

export function probeCost(people: number, rate: number, most = MOST_TOGETHER): SearchCost {
  if (people === 0) return { requests: 0, points: 0 };
  const requests = Math.ceil(people / groupSize(rate, most) + people * rate * REQUESTS_PER_HIT);
  return { requests, points: Math.ceil(requests + people * rate * POINTS_PER_HIT) };
}

/**
 * How many of the people of whom nothing is known yet will turn out to have worked: the more the other sources already show,
 * the fewer are left to be found.
 */
export function priorRate(silent: number, people: number): number {
  const share = people === 0 ? 1 : silent / people;
  return Math.max(LOWEST_PRIOR, Math.min(HIGHEST_PRIOR, share * HIGHEST_PRIOR));
}

/** The cheaper of both; `only` where a rule needs more than probes tell. */
export function chooseSearch(sizes: {
  readonly issues: number;
  readonly silent: number;
  readonly people: number;
  readonly only?: 'crawl' | undefined;
}): SearchPlan {
  const crawl = crawlCost(sizes.issues);
  const probe = probeCost(sizes.silent, priorRate(sizes.silent, sizes.people));
  // Without a list of people nobody can be asked about.
  const probes = sizes.only !== 'crawl' && sizes.people > 0 && probe.points < crawl.points;
  return plannedSearch(probes ? 'probe' : 'crawl', probes ? probe : crawl);
}

export function plannedSearch(kind: SearchKind, { requests, points }: SearchCost): SearchPlan {
  return { kind, estimatedRequests: requests, estimatedPoints: points, requests: null, points: null };
}

/** Asking about the people who are left has become so much dearer than expected that reading everything is cheaper. */
export function isCrawlCheaper(left: number, rate: HitRate, most: number, issues: number): boolean {
  return probeCost(left, expectedRate(rate), most).points > crawlCost(issues).points;
}
