import {
  isHalfway,
  isRemovalUnderWay,
  noteOn,
  moveCandidate,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import type { RemovalPlan } from '../domain/effective-seat';
import { lookDetails, tellLook } from '../domain/last-look';
import { recheck, type RecheckVerdict } from '../domain/safety-gate';
import { askPerson } from './ask-person';
import { storeCandidate } from './candidate-table';
import { decidedMeanwhile } from './decided-meanwhile';
import { attemptName } from './end-removal';
import { readFreshFacts, type FreshRead } from './fresh-facts';
import { kept, settleKept } from './keep-seat';
import {
  NOTHING_LEFT,
  takenBefore,
  type ReclaimPorts,
  type ReclaimSeat,
  type ReclaimSeatResult,
  type Removal,
} from './one-reclaim';
import { describePlan, groupCount } from './reclaim-sentences';
import { recordSeatChange } from './record-seat-change';
import { complete, takeSeat } from './take-seat';

/**
 * Takes one seat back, asks the person first, or says why neither. Order: re-check in Jira → write intent and the exact groups → see what was decided
 * meanwhile → remove → read back → record. Preview stops before the first write. A refused removal puts back what was removed: never half.
 */
export async function reclaimSeat(input: ReclaimSeat, ports: ReclaimPorts): Promise<ReclaimSeatResult> {
  const { candidate, profile, mode } = input;
  const fresh = await readFreshFacts(input, ports);
  const actors = [input.caller, input.initiator, profile.reclaimOperator].flatMap((id) => id ?? []);
  const checked = recheck(candidate, profile, actors, fresh.facts);
  const hindrance = input.hindrance ?? limitOfLost(checked, fresh.facts.plan, input);
  const isHindered = hindrance !== undefined && (checked.kind === 'proceed' || checked.kind === 'ask');
  const verdict = isHindered ? ({ kind: 'hold', reason: hindrance } as const) : checked;
  if (mode === 'apply' && wasRemovedBefore(candidate, fresh.facts.plan)) return complete(input, NOTHING_LEFT, ports);
  const isToAsk = verdict.kind === 'ask';
  if ((verdict.kind !== 'proceed' && !isToAsk) || fresh.facts.plan.kind !== 'remove') {
    return mode === 'preview' ? kept(verdict, fresh) : settleKept(input, verdict, fresh, ports);
  }
  const { plan } = fresh.facts;
  const { groupIds, alsoLoses } = plan;
  const removal = {
    groupIds,
    alsoLoses,
    notes: describePlan(plan, input.site.roles, candidate.justification),
  };
  // What stood in the way before does not any more.
  const freed = { ...input, candidate: { ...candidate, blocked: null } };
  if (isToAsk && mode === 'apply') {
    const stop = await decidedMeanwhile(input, fresh, actors, ports);
    if (stop) return settleKept(input, stop, fresh, ports);
    return { ...kept(verdict, fresh), ...(await askPerson({ ...freed, look: fresh.look }, verdict.time, ports)) };
  }
  if (mode === 'preview') {
    const notes = isToAsk ? [verdict.reason, ...removal.notes] : removal.notes;
    const outcome = isToAsk ? 'would-ask' : 'would-remove';
    return { outcome, seatFreed: null, ...removal, notes, operatorRefused: false };
  }
  const intended = { ...input, candidate: await recordIntent(freed, fresh, removal, ports) };
  const stop = await decidedMeanwhile(intended, fresh, actors, ports);
  if (stop) return settleKept(intended, stop, fresh, ports, takenBefore(candidate));
  return takeSeat(intended, removal, ports);
}

/** A seat that goes along counts for the limit of its own rule. */
function limitOfLost(
  { kind }: RecheckVerdict,
  plan: RemovalPlan,
  { candidate, isUsedUp, site }: ReclaimSeat,
): string | undefined {
  if (kind !== 'proceed' || plan.kind !== 'remove' || isHalfway(candidate)) return undefined;
  const full = plan.alsoLoses.find((roleKey) => isUsedUp?.(roleKey));
  if (full === undefined) return undefined;
  const name = site.roles.find(({ key }) => key === full)?.name ?? full;
  return `The seat of ${name} would be lost too, and as many of those were taken back in 24 hours as its rule allows.`;
}

/** The removal was stopped between the last group and its record: the seat is gone although the candidate still waits. */
function wasRemovedBefore(candidate: RemovalCandidate, plan: RemovalPlan): boolean {
  return isHalfway(candidate) && plan.kind === 'no-seat';
}

/** The evidence keeps what the last look found; the timeline tells it, also of a candidate that is closed. */
async function recordIntent(
  input: ReclaimSeat,
  { groupIds: groupsBefore, look: found }: FreshRead,
  { groupIds: removing, alsoLoses: alsoLost }: Removal,
  ports: ReclaimPorts,
): Promise<RemovalCandidate> {
  const { candidate, caller } = input;
  const text = `Removal from ${groupCount(removing)} begins.`;
  const goesOn = isRemovalUnderWay(candidate);
  const attempts = candidate.attempts + (goesOn ? 0 : 1);
  const begun = { ...input, candidate: { ...candidate, attempts } };
  const entry = { at: ports.clock.now(), text: `${tellLook(found)} ${text}`, by: caller };
  // Whoever goes on told it when they began. Another who begins is told too, for this one may come to nothing.
  const who = input.runId ?? `${candidate.revision}.${entry.at}`;
  const name = `${attemptName(begun.candidate, 'reclaim-intended')}.${who}`;
  const details = { groupsBefore, removing, as: input.as.kind, look: lookDetails(found, input.as.kind) };
  if (!goesOn) await recordSeatChange(begun, { kind: 'reclaim-intended', text, details, name }, ports);
  const isThere = candidate.state === 'Awaiting Revocation';
  const moved = isThere ? noteOn(candidate, entry) : moveCandidate(candidate, 'Awaiting Revocation', entry);
  // A removal that goes on after it was stopped halfway took something already: that is remembered too.
  const groupsRemoved = [...new Set([...takenBefore(candidate), ...removing])];
  return storeCandidate(
    {
      ...moved,
      attempts,
      groupsRemoved,
      alsoLost,
      removedIn: input.runId ?? null,
      groupsBefore: candidate.groupsBefore ?? groupsBefore,
    },
    ports,
  );
}
