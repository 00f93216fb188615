import { futileRemoval, type RemovalPlan } from '../domain/effective-seat';
import { waitsForMending } from '../domain/blocked-seat';
import type { GroupId } from '../domain/identifiers';
import { lookDetails } from '../domain/last-look';
import {
  isHalfway,
  noteOn,
  moveCandidate,
  type CandidateState,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import type { RecheckVerdict } from '../domain/safety-gate';
import { storeCandidate } from './candidate-table';
import { NOTHING_REMOVED, putBack, recordRemoval } from './end-removal';
import type { FreshRead } from './fresh-facts';
import { NOTHING_LEFT, takenBefore, type ReclaimPorts, type ReclaimSeat, type ReclaimSeatResult } from './one-reclaim';
import { halfway } from './reclaim-sentences';

/** The answer where nothing is taken: why. */
export function kept(verdict: RecheckVerdict, { facts, look }: FreshRead): ReclaimSeatResult {
  const reason = verdict.kind === 'proceed' ? 'Nothing to remove.' : verdict.reason;
  const futile = verdict.kind === 'attention' ? futileRemoval(facts.plan, look.grantingGroups) : undefined;
  return { outcome: 'kept', seatFreed: null, ...NOTHING_LEFT, notes: [reason], futile, operatorRefused: false };
}

/**
 * Closes the candidate when the matter is settled; otherwise only notes why the seat stays.
 * @param taken groups that may be gone, by default what a removal that was stopped halfway took: they are given back
 */
export async function settleKept(
  input: ReclaimSeat,
  verdict: RecheckVerdict,
  fresh: FreshRead,
  ports: ReclaimPorts,
  taken: readonly GroupId[] = takenBefore(input.candidate),
): Promise<ReclaimSeatResult> {
  const { candidate, caller } = input;
  const result = kept(verdict, fresh);
  // Before anything else: however this ends, nobody proposes them again because the table does not know it yet.
  if (fresh.found) await ports.activity.addFound(`${candidate.number}.${ports.clock.now()}`, [fresh.found]);
  const stuck = (await putBack(taken, input, ports)).filter((id) => !fresh.groupIds.includes(id));
  const returned = taken.length > 0 ? ` The removal that was under way was undone.${halfway(stuck)}` : '';
  const entry = { at: ports.clock.now(), text: `Not removed: ${result.notes.join(' ')}${returned}`, by: caller };
  const isUndone = isHalfway(candidate) && stuck.length === 0;
  const isTroubled = stuck.length > 0 || verdict.kind === 'attention';
  const to = isTroubled ? attentionFrom(candidate) : stateAfterKeeping(verdict, candidate, fresh.facts.plan);
  const attention = isTroubled ? entry.text : null;
  const blocked = blockedBy(fresh.facts.plan);
  const givenBackAt = taken.length > 0 ? entry.at : candidate.givenBackAt;
  const settled = { ...candidate, ...(isUndone ? NOTHING_REMOVED : {}), givenBackAt, blocked };
  if (!to && caller === null && isSaidLast(entry.text, settled, candidate)) return result;
  const noted = noteOn(isTroubled ? { ...settled, attention } : settled, entry);
  // Told first: whoever finds the candidate closed does not look at it again.
  const look = lookDetails(fresh.look, input.as.kind);
  const details = { verdict: verdict.kind, givenBack: taken, stuck, look };
  await recordRemoval(input, 'reclaim-kept', entry.text, details, ports);
  await storeCandidate(to ? moveCandidate(settled, to, entry, attention) : noted, ports);
  return result;
}

/** Nobody asked and nothing is new: the seat waits as it did the day before, which is said once. */
function isSaidLast(text: string, now: RemovalCandidate, before: RemovalCandidate): boolean {
  const last = before.timeline.filter(({ isNote }) => !isNote).at(-1);
  return last?.text === text && !isHalfway(before) && JSON.stringify(now.blocked) === JSON.stringify(before.blocked);
}

/** What stands in the way of freeing the seat here, for the worklist of those who can. */
function blockedBy(plan: RemovalPlan): RemovalCandidate['blocked'] {
  if (plan.kind !== 'kept-alive' && plan.kind !== 'externally-managed') return null;
  return { kind: plan.kind, groupIds: plan.groupIds };
}

function stateAfterKeeping(
  verdict: RecheckVerdict,
  candidate: RemovalCandidate,
  plan: RemovalPlan,
): CandidateState | undefined {
  if (verdict.kind === 'cancel') return 'Closed Canceled';
  if (verdict.kind === 'skip') return 'Closed Skipped';
  const isMended = waitsForMending(candidate) && plan.kind === 'remove';
  return isHalfway(candidate) || isMended ? 'Ready' : undefined;
}

/** Undefined where the candidate is in that state already. */
function attentionFrom({ state }: RemovalCandidate): CandidateState | undefined {
  return state === 'Attention Required' ? undefined : 'Attention Required';
}
