import { DAY, type Instant } from '../domain/instant';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { CandidateLine } from '../ports/stores';
import type { Proposed } from './judge-seats';
import { subscriptionKey } from './subscription-key';

/**
 * Whoever was restored, or was put back by somebody else, is not proposed again before the rule's time has passed once more: a
 * person decided that they need the seat, or taking it again would only go round in circles.
 */
export function cameBackLately(
  lines: readonly CandidateLine[],
  returned: readonly RemovalCandidate[],
  now: Instant,
): (proposed: Proposed) => boolean {
  const since = new Map(returned.map((candidate) => [subscriptionKey(candidate), now]));
  for (const line of lines) {
    const isBack = line.flag === 'restored' || line.flag === 're-added';
    if (isBack && line.settledAt !== null) since.set(subscriptionKey(line), line.settledAt);
  }
  return ({ subscription, rule }) => {
    const at = since.get(subscriptionKey(subscription));
    return at !== undefined && at > now - rule.lastActivityThresholdDays * DAY;
  };
}
