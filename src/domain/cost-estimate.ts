import { MINUTE, SECOND } from './instant';
import { chargeFor } from './point-budget';

export interface CostEstimate {
  readonly requests: number;
  readonly points: number;
  readonly seconds: number;
}

/** Jira's usual answer takes about this long; a whole run is these one after the other. */
const SECONDS_PER_REQUEST = 0.15;
const MEMBERS_PER_PAGE = 50;

/** What reading this many memberships of this many groups costs: each page is 1 point and 2 per person. */
export function estimateDownload(memberships: number, groups: number, hourlyBudget: number): CostEstimate {
  const requests = Math.max(groups, Math.ceil(memberships / MEMBERS_PER_PAGE)) + 3;
  return withTime(requests, requests + 2 * memberships, hourlyBudget);
}

/** What the search for activity and the audit log of this many days cost, by the published rules. */
export function estimateActivity(
  search: { readonly requests: number; readonly points: number },
  days: number,
  hourlyBudget: number,
): CostEstimate {
  return withTime(
    search.requests + days + 4,
    search.points + days * chargeFor({ perObject: 1, atMost: 0 }, 1),
    hourlyBudget,
  );
}

export function addEstimates(a: CostEstimate, b: CostEstimate, hourlyBudget: number): CostEstimate {
  return withTime(a.requests + b.requests, a.points + b.points, hourlyBudget);
}

/** More points than an hour allows means waiting for the next hours. */
function withTime(requests: number, points: number, hourlyBudget: number): CostEstimate {
  const waits = Math.floor(points / hourlyBudget);
  return { requests, points, seconds: Math.round(requests * SECONDS_PER_REQUEST) + (waits * 60 * MINUTE) / SECOND };
}
