import { HOUR, type Instant } from './instant';

/**
 * What Jira charges the app for one call: 1 point, 1 more per core object answered (issue, project) and 2 more per identity
 * object (user, group, role, permission); a write is 1. (developer.atlassian.com/cloud/jira/platform/rate-limiting)
 */
export type Charge = { readonly perObject: 0 | 1 | 2; readonly atMost: number };

/**
 * Points the app lets one site use per clock hour. Jira gives the app 65,000 an hour for all its customers together: what one
 * site takes is missing elsewhere, so even the most leaves something, and the least still reads a small site in an hour.
 */
export const SUGGESTED_HOURLY_BUDGET = 40_000;
export const LEAST_HOURLY_BUDGET = 1_000;
export const MOST_HOURLY_BUDGET = 60_000;

/** What the administrators of the installation allow background work. */
export interface PointBudget {
  /** 0: nobody changed the suggested one yet. */
  readonly revision: number;
  readonly budgetPoints: number;
}
export const SUGGESTED_BUDGET: PointBudget = { revision: 0, budgetPoints: SUGGESTED_HOURLY_BUDGET };

/** Why so many points can't be the budget; undefined when they can. */
export function budgetProblem(points: number): string | undefined {
  const fits = Number.isInteger(points) && points >= LEAST_HOURLY_BUDGET && points <= MOST_HOURLY_BUDGET;
  return fits
    ? undefined
    : `Enter a whole number from ${inWords(LEAST_HOURLY_BUDGET)} to ${inWords(MOST_HOURLY_BUDGET)}. Jira gives the app 65,000 points an hour for all its customers together.`;
}

const inWords = (points: number): string => points.toLocaleString('en-US');

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
