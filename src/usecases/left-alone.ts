import type { GroupId } from '../domain/identifiers';
import { DAY, utcDay, type Instant } from '../domain/instant';
import type { ReclamationRule } from '../domain/reclamation-rule';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { CandidateLine, Generation } from '../ports/stores';
import { lineOf } from './candidate-table';
import type { Judged, Proposed } from './judge-seats';
import { isGone, listedSince } from './listed-since';
import { SeatMap } from './seat-map';

/**
 * Who is not proposed again yet. Whoever was restored, or was put back by somebody else, before the rule's time has passed once
 * more: a person decided that they need the seat, or taking it again would only go round in circles. Whose seat an
 * administrator keeps, because the person asked for it or of their own accord, as long as they said. Whose last candidate was
 * closed because they were seen: what an event or the last look found, no run may be able to find. And whoever was removed after
 * the list was read, which still shows them.
 */
export function leftAlone(
  lines: readonly CandidateLine[],
  returned: readonly RemovalCandidate[],
  generation: Generation,
  now: Instant,
): (proposed: Pick<Proposed, 'rule' | 'subscription'>) => boolean {
  const back = new SeatMap<Instant>();
  const kept = new SeatMap<CandidateLine>();
  const gone = new SeatMap<CandidateLine>();
  const seen = new SeatMap<Instant>();
  for (const candidate of returned) back.set(candidate, now);
  for (const line of lines) {
    if (isBack(line)) back.set(line, line.settledAt);
    if (isKept(line, now)) kept.set(line, line);
    if (isGone(line)) gone.set(line, line);
    if (isSeen(line)) seen.set(line, line.settledAt);
  }
  const isLately = (
    { subscription, rule }: Pick<Proposed, 'subscription' | 'rule'>,
    moments: SeatMap<Instant>,
  ): boolean => (moments.get(subscription) ?? -Infinity) > now - rule.lastActivityThresholdDays * DAY;
  return (proposed) => {
    const line = gone.get(proposed.subscription);
    if (line && isOldNews(line, proposed.subscription.groupIds, generation)) return true;
    return kept.has(proposed.subscription) || isLately(proposed, back) || isLately(proposed, seen);
  };
}

/** The list shows the seat only because it was read before the removal. A seat that was not freed is there, however old the list is. */
function isOldNews(line: CandidateLine, groupIds: readonly GroupId[], generation: Generation): boolean {
  if (!isGone(line) || line.seatFreed === 'not-freed') return false;
  return !groupIds.some(listedSince(generation, line));
}

/** The same for one seat by its newest candidate, in words; undefined: nothing keeps a rule from proposing it. */
export function whyLeftAlone(
  candidate: RemovalCandidate,
  { rule, subscription: { groupIds }, now }: { readonly rule: ReclamationRule } & Pick<Judged, 'subscription' | 'now'>,
  generation: Generation,
): string | undefined {
  const kept = whyKept(candidate, now);
  if (kept !== undefined) return kept;
  const line = lineOf(candidate);
  if (isOldNews(line, groupIds, generation)) return 'The seat was taken back after this list was read.';
  const { lastActivityThresholdDays: days } = rule;
  if (isSeen(line) && line.settledAt > now - days * DAY)
    return `Activity was found on ${utcDay(line.settledAt)}; the rule waits ${days} days from then.`;
  if (!isBack(line) || line.settledAt <= now - days * DAY) return undefined;
  const how = line.flag === 'restored' ? 'The seat was given back' : 'The person was put back into a group';
  return `${how} on ${utcDay(line.settledAt)}; the rule waits ${days} days from then.`;
}

/** What an administrator promised about the seat, as long as it holds. */
export function whyKept(candidate: RemovalCandidate, now: Instant): string | undefined {
  const line = lineOf(candidate);
  if (!isKept(line, now)) return undefined;
  const day = utcDay(line.until);
  return candidate.keptUntil === null
    ? `The person asked to keep the seat, and that was granted until ${day}.`
    : `An administrator keeps this seat until ${day}.`;
}

type LineSettled = CandidateLine & { readonly settledAt: Instant };

/** The person got the seat back. */
function isBack(line: CandidateLine): line is LineSettled {
  return (line.flag === 'restored' || line.flag === 're-added') && line.settledAt !== null;
}

/** The person was seen, or got access anew, when somebody looked. */
function isSeen(line: CandidateLine): line is LineSettled {
  return line.state === 'Closed Canceled' && line.settledAt !== null;
}

/** An administrator decided that the seat stays for now. */
function isKept(line: CandidateLine, now: Instant): line is CandidateLine & { readonly until: Instant } {
  return line.state === 'Closed Skipped' && line.until !== null && line.until > now;
}
