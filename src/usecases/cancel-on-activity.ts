import { kindsOf, type ActivityFact } from '../domain/activity';
import {
  isAboutActivity,
  isHalfway,
  moveCandidate,
  stateAfter,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { storeAndTell } from './store-and-tell';

/**
 * Closes the open candidates of somebody who has just been active, without waiting for the daily evaluation, and remembers it for
 * those that come before the next activity run. One query for most
 * people, who have none. What can't be closed now the evaluation closes: a failure here is no reason to see the event again.
 */
export async function cancelOnActivity(
  seen: ActivityFact,
  ports: Pick<Ports, 'activity' | 'candidates' | 'promises' | 'begunChanges' | 'evidence' | 'clock' | 'log'>,
): Promise<void> {
  try {
    const open = (await ports.candidates.listOpenOf(seen.accountId)).filter((each) => isCanceledBy(each, seen));
    const [first] = open;
    if (!first) return;
    const found = { accountId: seen.accountId, facts: [seen], access: [], unreadUntil: null };
    await ports.activity.addFound(`${first.number}.${seen.at}`, [found]);
    for (const candidate of open) await cancel(candidate, seen, ports);
  } catch (error) {
    if (!isFailure(error)) throw error;
    ports.log.error('candidates of an active person left open', { code: error.code });
  }
}

/** A removal that is under way is undone or completed by whoever takes it up. */
function isCanceledBy(candidate: RemovalCandidate, { kind, at }: ActivityFact): boolean {
  const { justification, activityBasis, silentSince } = candidate;
  if (isHalfway(candidate) || !isAboutActivity(justification)) return false;
  return kindsOf(activityBasis).has(kind) && at > silentSince;
}

/** Where another event of the same person, or somebody at the page, was first, nothing is left to do. */
async function cancel(
  candidate: RemovalCandidate,
  { kind, at }: ActivityFact,
  ports: Pick<Ports, 'candidates' | 'promises' | 'begunChanges' | 'evidence' | 'clock'>,
): Promise<void> {
  const to = stateAfter(candidate.state, 'activity-seen');
  if (to === undefined) return;
  const now = ports.clock.now();
  const text = 'Activity was detected just now, so the seat stays.';
  const closed = moveCandidate(candidate, to, { at: now, text, by: null });
  try {
    await storeAndTell(closed, { what: 'closing', at: now, text, details: { to, kind, seenAt: at } }, ports);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
  }
}
