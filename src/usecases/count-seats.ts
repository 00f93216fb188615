import { countInto, type ActivityBreakdown, type CountedSeat } from '../domain/activity-breakdown';
import type { ActivitySpan } from '../domain/activity-span';
import {
  countedAs,
  countExcluded,
  countSeat,
  type ActivitySnapshot,
  type OpenNumbers,
  type RoleNumbers,
} from '../domain/license-position';
import { isOpen } from '../domain/removal-candidate';
import type { CandidateLine } from '../ports/stores';
import type { Judged, Setting } from './judge-seats';
import { SeatMap } from './seat-map';

/** The license position, as far as seats were counted. */
export interface Counted {
  readonly roles: readonly RoleNumbers[];
  readonly activity: ActivitySnapshot;
  /** Undefined: begun before there was one. */
  readonly breakdown?: ActivityBreakdown | undefined;
}

/** Counts more seats, of which `lines` say who is a candidate. */
export function countSeats(
  before: Counted,
  judged: readonly Judged[],
  lines: readonly CandidateLine[],
  { coverage, now }: Pick<Setting, 'coverage' | 'now'>,
): Counted {
  const candidates = SeatMap.of(lines.filter((line) => isOpen(line.state)));
  const roles = before.roles.map((role): OpenNumbers => ({ ...role }));
  const roleOf = new Map(roles.map((role) => [role.roleKey, role]));
  const activity: Record<ActivitySpan, number> = { ...before.activity };
  const seats: CountedSeat[] = [];
  for (const { subscription, activity: last, decision, rule, exclusion, seenAs } of judged) {
    const { roleKey, groupIds } = subscription;
    const role = roleOf.get(roleKey);
    if (exclusion) {
      if (role) countExcluded(role);
      continue;
    }
    const { usage, span } = countedAs(last, coverage, rule, now);
    const isCandidate = candidates.has(subscription);
    const wouldPropose = decision.kind === 'candidate' && rule?.mode === 'preview' && !isCandidate;
    if (role) countSeat(role, usage, isCandidate, wouldPropose);
    activity[span] += 1;
    seats.push({ roleKey, groupIds, span, seenAs });
  }
  return { roles, activity, breakdown: before.breakdown && countInto(before.breakdown, seats) };
}
