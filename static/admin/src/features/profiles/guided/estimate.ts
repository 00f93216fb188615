import type { RoleView } from '../../../../../../src/shared/contract';

/** What Jira charges for one page of group members: 1 for the call and 2 for each of up to 50 people. */
const POINTS_PER_PAGE = 101;
const MEMBERS_PER_PAGE = 50;
const REQUESTS_PER_SECOND = 5;

export interface Estimate {
  readonly seats: number;
  readonly requests: number;
  readonly points: number;
  readonly milliseconds: number;
}

/** What a first download will about cost: seats decide, activity comes on top and follows how busy the site was. */
export function estimateDownload(roles: readonly RoleView[], groups: number): Estimate {
  const seats = roles.reduce((sum, { usedSeats }) => sum + usedSeats, 0);
  const requests = Math.ceil(seats / MEMBERS_PER_PAGE) + groups;
  return { seats, requests, points: requests * POINTS_PER_PAGE, milliseconds: (requests / REQUESTS_PER_SECOND) * 1000 };
}
