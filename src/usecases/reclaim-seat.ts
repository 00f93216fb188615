import type { AccountId, GroupId, RoleKey, RunId } from '../domain/identifiers';
import { futileRemoval, type FutileRemoval, type RemovalPlan } from '../domain/effective-seat';
import { waitsForMending } from '../domain/blocked-seat';
import type { IntegrationProfile } from '../domain/integration-profile';
import { lookDetails, tellLook } from '../domain/last-look';
import {
  isHalfway,
  isRemovalUnderWay,
  noteOn,
  moveCandidate,
  type CandidateState,
  type RemovalCandidate,
  type SeatFreed,
} from '../domain/removal-candidate';
import { recheck, type RecheckVerdict } from '../domain/safety-gate';
import type { Failure } from '../ports/failures';
import { isFailure } from '../ports/failures';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import { askPerson } from './ask-person';
import type { AuditWatch } from './audit-news';
import { storeCandidate } from './candidate-table';
import { attemptName, completeRemoval, giveWay, NOTHING_REMOVED, putBack, recordRemoval } from './end-removal';
import { markRefused } from './mark-managed';
import { describePlan, explainFailure, groupCount, halfway, PROOF } from './reclaim-sentences';
import { recordSeatChange } from './record-seat-change';
import { readFreshFacts, type FactSources, type FreshRead, type SiteFacts } from './fresh-facts';

export interface ReclaimSeat {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  readonly site: SiteFacts;
  /** What a run knows of the audit log already. */
  readonly news?: AuditWatch | undefined;
  readonly as: ActingAs;
  /** Who asked for it. */
  readonly caller: AccountId | null;
  /** Whoever had wanted it, where `caller` approved it. */
  readonly initiator?: AccountId | undefined;
  readonly mode: 'preview' | 'apply';
  /** Jira let the operator act in the background a moment ago, so a refusal is about the group. */
  readonly operatorProven?: boolean;
  /** Why nothing more may be removed, whatever the re-check says: what was taken already is given back. */
  readonly hindrance?: string | undefined;
  /** As many seats of an application were taken as its rule allows: none is taken along with another one. */
  readonly isUsedUp?: (roleKey: RoleKey) => boolean;
  /** The run that removes the person; one click has none. */
  readonly runId?: RunId;
}

export interface ReclaimSeatResult {
  /** `asked`: the person is to say first whether they still need the seat. */
  readonly outcome: 'would-remove' | 'would-ask' | 'asked' | 'removed' | 'kept' | 'failed';
  readonly seatFreed: SeatFreed | null;
  readonly groupIds: readonly GroupId[];
  /** Other applications the person loses with these groups. */
  readonly alsoLoses: readonly RoleKey[];
  readonly notes: readonly string[];
  /** Why nothing would be freed where only some of the groups can be changed here. */
  readonly futile?: FutileRemoval | undefined;
  /** Jira did not let the operator act in the background: an administrator has to click. */
  readonly operatorRefused: boolean;
}

type Needs = FactSources & Pick<Ports, 'groupWriter' | 'candidates' | 'settings' | 'evidence' | 'notifier'>;

/**
 * Takes one seat back, asks the person first, or says why neither. Order: re-check in Jira → write intent and the exact groups → remove → read back →
 * record. Preview stops before the first write. A refused removal puts back what was removed: never half.
 */
export async function reclaimSeat(input: ReclaimSeat, ports: Needs): Promise<ReclaimSeatResult> {
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
  const { groupIds, alsoLoses } = fresh.facts.plan;
  const removal = {
    groupIds,
    alsoLoses,
    notes: describePlan(fresh.facts.plan, input.site.roles, candidate.justification),
  };
  // What stood in the way before does not any more.
  const freed = { ...input, candidate: { ...candidate, blocked: null } };
  if (isToAsk && mode === 'apply')
    return { ...kept(verdict, fresh), ...(await askPerson({ ...freed, look: fresh.look }, verdict.days, ports)) };
  if (mode === 'preview') {
    const notes = isToAsk ? [verdict.reason, ...removal.notes] : removal.notes;
    const outcome = isToAsk ? 'would-ask' : 'would-remove';
    return { outcome, seatFreed: null, ...removal, notes, operatorRefused: false };
  }
  const intended = await recordIntent(freed, fresh, removal, ports);
  return remove({ ...input, candidate: intended }, removal, ports);
}

/** What is about to be removed, and what is said about it. */
type Removal = Pick<ReclaimSeatResult, 'groupIds' | 'alsoLoses' | 'notes'>;
const NOTHING_LEFT: Removal = { groupIds: [], alsoLoses: [], notes: [] };

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

function kept(verdict: RecheckVerdict, { facts, look }: FreshRead): ReclaimSeatResult {
  const reason = verdict.kind === 'proceed' ? 'Nothing to remove.' : verdict.reason;
  const futile = verdict.kind === 'attention' ? futileRemoval(facts.plan, look.grantingGroups) : undefined;
  return { outcome: 'kept', seatFreed: null, ...NOTHING_LEFT, notes: [reason], futile, operatorRefused: false };
}

/** Closes the candidate when the matter is settled; otherwise only notes why the seat stays. */
async function settleKept(
  input: ReclaimSeat,
  verdict: RecheckVerdict,
  fresh: FreshRead,
  ports: Needs,
): Promise<ReclaimSeatResult> {
  const { candidate, caller } = input;
  const result = kept(verdict, fresh);
  const taken = takenBefore(candidate);
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
  await storeCandidate(to ? moveCandidate(settled, to, entry, attention) : noted, ports.candidates);
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

/** What a removal that was stopped halfway took, or may have: Jira may still show what is gone. */
function takenBefore(candidate: RemovalCandidate): readonly GroupId[] {
  return isHalfway(candidate) ? (candidate.groupsRemoved ?? []) : [];
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

/** The evidence keeps what the last look found; the timeline tells it, also of a candidate that is closed. */
async function recordIntent(
  input: ReclaimSeat,
  { groupIds: groupsBefore, look: found }: FreshRead,
  { groupIds: removing, alsoLoses: alsoLost }: Removal,
  ports: Needs,
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
    ports.candidates,
  );
}

async function remove(input: ReclaimSeat, removal: Removal, ports: Needs): Promise<ReclaimSeatResult> {
  const { candidate, as } = input;
  const { groupIds } = removal;
  const before = (candidate.groupsRemoved ?? []).filter((id) => !groupIds.includes(id));
  const removed: GroupId[] = [];
  try {
    for (const groupId of groupIds) {
      await ports.groupWriter.removeMember(groupId, candidate.accountId, as);
      removed.push(groupId);
    }
  } catch (error) {
    if (!isFailure(error)) throw error;
    // A run sleeps until there are points again, also for giving back, and goes on where it stood.
    if (isFailure(error, 'points-spent') && input.runId !== undefined) throw error;
    // Where the answer was lost, the group may be gone: giving back somebody who is still in it changes nothing.
    const inDoubt = isFailure(error, 'jira-unavailable', 'jira-changed');
    const refused = groupIds[removed.length];
    const isGroup = refused !== undefined && isGroupsFault(error, input);
    if (isGroup) await markRefused(refused, input, ports);
    const blocked = isGroup ? ({ kind: 'externally-managed', groupIds: [refused] } as const) : null;
    const taken = [...before, ...groupIds.slice(0, removed.length + (inDoubt ? 1 : 0))];
    return giveUp({ ...input, candidate: { ...candidate, blocked } }, { taken, refused }, error, ports);
  }
  try {
    return await complete(input, removal, ports);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) await giveWay(input, [...before, ...groupIds], ports);
    throw error;
  }
}

async function complete(input: ReclaimSeat, removal: Removal, ports: Needs): Promise<ReclaimSeatResult> {
  const seatFreed = await completeRemoval(input, input.candidate.groupsRemoved ?? removal.groupIds, ports);
  const notes = [...removal.notes, PROOF[seatFreed]];
  return { outcome: 'removed', seatFreed, ...removal, notes, operatorRefused: false };
}

/** The refusal speaks of the group: Jira rejected the change, or the acting person was allowed to make another one. */
function isGroupsFault(failure: Failure, input: ReclaimSeat): boolean {
  return failure.code === 'jira-rejected' || (failure.code === 'jira-refused' && input.operatorProven === true);
}

/** Jira refused one of the groups: what was removed is put back, so that nobody is left half removed. */
async function giveUp(
  input: ReclaimSeat,
  { taken: removed, refused }: { readonly taken: readonly GroupId[]; readonly refused: GroupId | undefined },
  failure: Failure,
  ports: Needs,
): Promise<ReclaimSeatResult> {
  const { candidate, as, caller } = input;
  const isLastInDoubt = isFailure(failure, 'jira-unavailable', 'jira-changed');
  const inDoubt = isLastInDoubt ? removed.at(-1) : undefined;
  const stuck = await putBack(removed, input, ports, (groupId) => (groupId === inDoubt ? 'perhaps' : true));
  const operatorRefused =
    as.kind === 'operator' && failure.code === 'jira-refused' && removed.length === 0 && !input.operatorProven;
  const text = explainFailure(failure, operatorRefused, stuck);
  await recordRemoval(input, 'reclaim-failed', text, { code: failure.code, refused, removed, stuck }, ports);
  const isUndone = stuck.length === 0 && (operatorRefused || failure.code === 'points-spent');
  const to = isUndone ? 'Ready' : 'Attention Required';
  const attention = to === 'Ready' ? null : text;
  const at = ports.clock.now();
  const left = stuck.length > 0 ? { groupsRemoved: stuck } : NOTHING_REMOVED;
  await storeCandidate(
    moveCandidate({ ...candidate, ...left, givenBackAt: at }, to, { at, text, by: caller }, attention),
    ports.candidates,
  );
  return { outcome: 'failed', seatFreed: null, ...NOTHING_LEFT, groupIds: stuck, notes: [text], operatorRefused };
}
