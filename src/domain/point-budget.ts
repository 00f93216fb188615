import { HOUR, type Instant } from './instant';

/**
 * What Jira charges the app for one call: 1 point, 1 more per core object answered (issue, project) and 2 more per identity
 * object (user, group, role, permission); a write is 1. (developer.atlassian.com/cloud/jira/platform/rate-limiting)
 */
export type Charge = { readonly perObject: 0 | 1 | 2; readonly atMost: number };

/** Points the app lets one site use per clock hour: the hourly 65,000 are shared by all customers of the app. */
export const DEFAULT_HOURLY_BUDGET = 40_000;

export function chargeFor(charge: Charge, objects: number): number {
  return 1 + charge.perObject * objects;
}

/** The most a call can cost, known before it is sent. */
export function worstCase(charge: Charge): number {
  return chargeFor(charge, charge.atMost);
}

/** The clock hour (UTC) a moment belongs to: Jira's pool refills at its end. */
export function hourOf(at: Instant): Instant {
  return at - (at % HOUR);
}

export function nextHour(at: Instant): Instant {
  return hourOf(at) + HOUR;
}
