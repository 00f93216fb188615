import type { GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { heldBy, waitsSince, type SeatPromise } from '../domain/promises/seat-promise';
import type { ReclamationRule } from '../domain/reclamation-rule';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { CandidateLine, Generation } from '../ports/stores';
import type { Judged, Proposed } from './judge-seats';
import { isGone, listedSince } from './listed-since';
import { tellWaiting, tellHold } from '../domain/promises/promise-sentences';
import { SeatMap } from './seat-map';

/**
 * Who is not proposed again yet. Whoever was restored, or was put back by somebody else, before the rule's time has passed once
 * more: a person decided that they need the seat, or taking it again would only go round in circles. Whose seat an
 * administrator keeps, because the person asked for it or of their own accord, as long as they said. Who was seen when somebody
 * looked last: what an event or the last look found, no run may be able to find. And whoever was removed after the list was read,
 * which still shows them.
 */
export function leftAlone(
  lines: readonly CandidateLine[],
  returned: readonly RemovalCandidate[],
  { promises, generation, now }: Known,
): (proposed: Pick<Proposed, 'rule' | 'subscription'>) => boolean {
  const back = SeatMap.of(returned);
  const gone = SeatMap.of(lines.filter(isGone));
  return ({ subscription, rule }) => {
    const line = gone.get(subscription);
    if (line && isOldNews(line, subscription.groupIds, generation)) return true;
    if (back.has(subscription)) return true;
    const promise = promises.get(subscription);
    return (
      heldBy(promise, now)?.code === 'kept' || waitsSince(promise, rule.lastActivityThresholdDays, now) !== undefined
    );
  };
}

/** What is known of all seats when an evaluation looks at them. */
interface Known {
  readonly promises: SeatMap<SeatPromise>;
  readonly generation: Generation;
  readonly now: Instant;
}

/** The list shows the seat only because it was read before the removal. A seat that was not freed is there, however old the list is. */
function isOldNews(line: CandidateLine, groupIds: readonly GroupId[], generation: Generation): boolean {
  if (!isGone(line) || line.seatFreed === 'not-freed') return false;
  return !groupIds.some(listedSince(generation, line));
}

/**
 * The same for one seat, in words; undefined: nothing keeps a rule from proposing it.
 * @param line its newest candidate in the profile
 */
export function whyLeftAlone(
  { line, promise }: { readonly line: CandidateLine | undefined; readonly promise: SeatPromise | undefined },
  { rule, subscription: { groupIds }, now }: { readonly rule: ReclamationRule } & Pick<Judged, 'subscription' | 'now'>,
  generation: Generation,
): string | undefined {
  const kept = whyKept(promise, now);
  if (kept !== undefined) return kept;
  if (line && isOldNews(line, groupIds, generation)) return 'The seat was taken back after this list was read.';
  const { lastActivityThresholdDays: days } = rule;
  const waits = waitsSince(promise, days, now);
  return waits && tellWaiting(waits, days);
}

/** What an administrator promised about the seat, as long as it holds. */
export function whyKept(promise: SeatPromise | undefined, now: Instant): string | undefined {
  const hold = heldBy(promise, now);
  return hold?.code === 'kept' ? tellHold(hold) : undefined;
}
