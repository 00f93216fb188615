import { DAY, utcDay, type Instant } from '../domain/instant';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { isOpen, type RemovalCandidate } from '../domain/removal-candidate';
import type { CandidateLine, Generation } from '../ports/stores';
import type { Proposed } from './judge-seats';
import { isGone, listedSince } from './listed-since';
import { subscriptionKey } from './subscription-key';

/**
 * Who is not proposed again yet. Whoever was restored, or was put back by somebody else, before the rule's time has passed once
 * more: a person decided that they need the seat, or taking it again would only go round in circles. Whoever asked to keep
 * their seat, as long as an administrator agreed to. And whoever was removed after the list was read, which still shows them.
 */
export function leftAlone(
  lines: readonly CandidateLine[],
  returned: readonly RemovalCandidate[],
  generation: Generation,
  now: Instant,
): (proposed: Pick<Proposed, 'key' | 'rule' | 'subscription'>) => boolean {
  const back = new Map(returned.map((candidate) => [subscriptionKey(candidate), now]));
  const kept = new Set<string>();
  const gone = new Map<string, ReturnType<typeof listedSince>>();
  for (const line of lines) {
    if (isBack(line)) back.set(subscriptionKey(line), line.settledAt);
    if (isKept(line, now)) kept.add(subscriptionKey(line));
    if (isGone(line)) gone.set(subscriptionKey(line), listedSince(generation, line));
  }
  const isBackLately = ({ key, rule }: Pick<Proposed, 'key' | 'rule'>) =>
    (back.get(key) ?? -Infinity) > now - rule.lastActivityThresholdDays * DAY;
  return (proposed) => {
    const isListed = gone.get(proposed.key);
    if (isListed && !proposed.subscription.groupIds.some(isListed)) return true;
    return kept.has(proposed.key) || isBackLately(proposed);
  };
}

/** The same for one seat, in words; undefined: nothing keeps a rule from proposing it. */
export function whyLeftAlone(
  line: CandidateLine,
  { lastActivityThresholdDays: days }: Pick<ReclamationRule, 'lastActivityThresholdDays'>,
  now: Instant,
): string | undefined {
  if (isKept(line, now)) return `The person asked to keep the seat, and that was granted until ${utcDay(line.until)}.`;
  if (!isBack(line) || line.settledAt <= now - days * DAY) return undefined;
  const how = line.flag === 'restored' ? 'The seat was given back' : 'The person was put back into a group';
  return `${how} on ${utcDay(line.settledAt)}; the rule waits ${days} days from then.`;
}

type LineBack = CandidateLine & { readonly settledAt: Instant };

/** The person got the seat back. */
function isBack(line: CandidateLine): line is LineBack {
  return (line.flag === 'restored' || line.flag === 're-added') && line.settledAt !== null;
}

/** An administrator agreed that the seat stays for now. */
function isKept(line: CandidateLine, now: Instant): line is CandidateLine & { readonly until: Instant } {
  return !isOpen(line.state) && line.until !== null && line.until > now;
}
