import type { AccountId, GroupId, RunId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { MINUTE } from '../domain/instant';
import { noteOn, type RemovalCandidate, type Restoration } from '../domain/removal-candidate';
import { groupsWith, planRestore, type RestorePlan } from '../domain/restore-plan';
import { whyNotRestorable } from '../domain/retention/restorability';
import type { Person } from '../ports/directory';
import { isFailure, type Failure } from '../ports/failures';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import { recordSeatChange, type SeatChange } from './record-seat-change';
import type { SiteFacts } from './site-facts';
import { groupCount } from './reclaim-sentences';
import { proveByGroups, proveBySeat } from './restore-proof';
import {
  describeRestore,
  explainMissing,
  explainRefusal,
  explainUnseen,
  NOT_RESTORABLE,
  RESTORE_PROOF,
} from './restore-sentences';

export interface RestoreSeat {
  readonly candidate: RemovalCandidate;
  readonly profile: IntegrationProfile;
  readonly site: SiteFacts;
  readonly as: ActingAs;
  /** Who asked for it. */
  readonly caller: AccountId | null;
  readonly mode: 'preview' | 'apply';
  /** The run that restores; one click has none. */
  readonly runId?: RunId;
}

export interface RestoreSeatResult {
  /** `partly`: some groups could not be given back; it may be tried again. */
  readonly outcome: 'would-restore' | 'restored' | 'partly' | 'kept' | 'failed';
  readonly seatBack: Restoration['seatBack'] | null;
  readonly plan: RestorePlan | null;
  readonly notes: readonly string[];
  /** Jira did not let the operator act in the background: an administrator has to click. */
  readonly operatorRefused: boolean;
}

type Needs = Pick<Ports, 'directory' | 'groupWriter' | 'candidates' | 'promises' | 'evidence' | 'clock'>;

/**
 * Gives one person exactly the groups back that a removal took, or says why not. Order: read the person → store that it begins
 * → write the intent → add → read back → record. Being a member already counts as done, so repeating it changes nothing.
 */
export async function restoreSeat(input: RestoreSeat, ports: Needs): Promise<RestoreSeatResult> {
  const { candidate } = input;
  const reason = whyNotRestorable(candidate, await ports.evidence.readStart());
  if (reason !== null) return kept(NOT_RESTORABLE[reason]);
  const person = await ports.directory.findPerson(candidate.accountId);
  const plan = await planOf(input, person && trusted(person, input, ports), ports);
  const given = groupsWith(plan, 'give-back');
  const isToChange = given.length > 0 || candidate.restoringSince !== null;
  const notes = plan.refusal === null ? describeRestore(plan, input.site.roles) : [plan.refusal];
  const isPossible = isToChange && plan.refusal === null;
  if (input.mode === 'preview' && isPossible)
    return { outcome: 'would-restore', seatBack: null, plan, notes, operatorRefused: false };
  if (input.mode === 'preview' || isBackAlready(candidate, plan)) return kept(notes.join(' '), plan);
  if (plan.refusal !== null) return impossible(input, plan, plan.refusal, ports);
  if (!isToChange && !candidate.restored) return impossible(input, plan, explainMissing(plan).join(' '), ports);
  // Back in all of them by an earlier restore that was not proven: only that is read again.
  const begun = isToChange ? await begin(input, given, ports) : candidate;
  const isNew = person !== undefined && !person.roleKeys.includes(candidate.roleKey);
  return give({ ...input, candidate: begun }, plan, isNew, ports);
}

/** The person is in every group again, by somebody else's doing. */
function isBackAlready({ restored, restoringSince }: RemovalCandidate, plan: RestorePlan): boolean {
  const isBack = plan.groups.every(({ fate }) => fate === 'member-already');
  return isBack && plan.refusal === null && restored === null && restoringSince === null;
}

function kept(reason: string, plan: RestorePlan | null = null): RestoreSeatResult {
  return { outcome: 'kept', seatBack: null, plan, notes: [reason], operatorRefused: false };
}

/** Nothing can be given back as things are: told on the candidate and on record, and tried again whenever somebody asks. */
async function impossible(
  input: RestoreSeat,
  plan: RestorePlan,
  reason: string,
  ports: Needs,
): Promise<RestoreSeatResult> {
  const { candidate, caller, runId } = input;
  const text = `Not restored. ${reason}`;
  const result = { outcome: 'failed', seatBack: null, plan, notes: [reason], operatorRefused: false } as const;
  const isTold = runId !== undefined && candidate.timeline.at(-1)?.text === text; // by a burst that was cut off
  if (isTold) return result;
  const name = runId && `${candidate.number}.restore.${runId}.impossible`;
  const details = { code: 'not-possible', groupIds: candidate.groupsRemoved };
  await recordSeatChange(input, { kind: 'restore-failed', text, details, name }, ports);
  await storeCandidate(noteOn(candidate, at(text, caller, ports)), ports);
  return result;
}

/** So long after a removal Jira may still show the groups that were taken. */
const READS_LAG = MINUTE;

/** What Jira shows of the groups that were taken can't be trusted yet. */
export function isJustTaken({ candidate }: Pick<RestoreSeat, 'candidate'>, { clock }: Pick<Needs, 'clock'>): boolean {
  return candidate.closedAt !== null && clock.now() < candidate.closedAt + READS_LAG;
}

/** The person without the memberships that a removal took a moment ago, whatever Jira shows of them. */
function trusted(person: Person, input: RestoreSeat, ports: Needs): Person {
  if (!isJustTaken(input, ports)) return person;
  const taken = input.candidate.groupsRemoved ?? [];
  return { ...person, groupIds: person.groupIds.filter((id) => !taken.includes(id)) };
}

async function planOf(
  { candidate, profile, site }: RestoreSeat,
  person: Person | undefined,
  { directory }: Needs,
): Promise<RestorePlan> {
  const removed = candidate.groupsRemoved ?? [];
  const known = new Set(site.roles.flatMap((role) => role.groups).map(({ id }) => id));
  // A group that gives a seat exists; only one that gives none any more has to be looked for.
  if (removed.some((id) => !known.has(id))) for (const { id } of await directory.listGroups()) known.add(id);
  return planRestore({
    person,
    removed,
    before: candidate.groupsBefore ?? removed,
    selected: profile.groupIds,
    roles: site.roles,
    administrators: site.administrators,
    exists: (groupId) => known.has(groupId),
  });
}

/** Nothing is given back before it is known that it was meant to be. */
async function begin(input: RestoreSeat, groupIds: readonly GroupId[], ports: Needs): Promise<RemovalCandidate> {
  const { candidate, caller } = input;
  const text = `Giving back ${groupCount(groupIds)} begins.`;
  const begun =
    candidate.restoringSince === null
      ? await storeCandidate(
          noteOn({ ...candidate, restoringSince: ports.clock.now() }, at(text, caller, ports)),
          ports,
        )
      : candidate;
  await record({ ...input, candidate: begun }, 'restore-intended', text, { groupIds }, ports);
  return begun;
}

/** `isNew`: nothing gave the person the seat before. */
async function give(input: RestoreSeat, plan: RestorePlan, isNew: boolean, ports: Needs): Promise<RestoreSeatResult> {
  const { candidate, as } = input;
  const back = groupsWith(plan, 'member-already');
  const refused = new Map<GroupId, Failure>();
  const isTakenNow = isJustTaken(input, ports);
  for (const groupId of groupsWith(plan, 'give-back')) {
    try {
      await ports.groupWriter.addMember(groupId, candidate.accountId, as, isTakenNow);
      back.push(groupId);
    } catch (error) {
      // Points and pauses are waited for by whoever works on the run; the restore goes on where it stood.
      if (!isFailure(error) || isFailure(error, 'points-spent')) throw error;
      if (isTakenNow && isFailure(error, 'jira-busy')) throw error;
      refused.set(groupId, error);
    }
  }
  const [first] = [...refused];
  if (back.length === 0 && first) return failed(input, plan, first, ports);
  const missing = plan.groups.map(({ groupId }) => groupId).filter((id) => !back.includes(id));
  const isAlone = isNew && back.length === 1;
  const why = [
    ...explainMissing(plan),
    ...(first ? [`Jira did not take: ${[...refused.keys()].join(', ')}.`, explainRefusal(first[1], false)] : []),
  ];
  return { ...(await complete(input, { back, missing, why, isAlone }, ports)), plan };
}

async function failed(
  input: RestoreSeat,
  plan: RestorePlan,
  [groupId, failure]: readonly [GroupId, Failure],
  ports: Needs,
): Promise<RestoreSeatResult> {
  // Of a group that somebody else manages by now the refusal says nothing about the operator.
  const isManaged = input.site.externallyManaged.has(groupId);
  const operatorRefused = input.as.kind === 'operator' && failure.code === 'jira-refused' && !isManaged;
  const text = explainRefusal(failure, operatorRefused);
  await record(input, 'restore-failed', text, { code: failure.code }, ports);
  await storeCandidate(noteOn({ ...input.candidate, restoringSince: null }, at(text, input.caller, ports)), ports);
  return { outcome: 'failed', seatBack: null, plan, notes: [text], operatorRefused };
}

type Recording = Pick<Needs, 'directory' | 'candidates' | 'promises' | 'evidence' | 'clock'>;

/** Records which groups the person is back in. */
export async function complete(
  input: SeatChange,
  {
    back,
    missing,
    why = [],
    isAlone = false,
  }: {
    readonly back: readonly GroupId[];
    readonly missing: readonly GroupId[];
    /** Why groups are missing, in sentences. */
    readonly why?: readonly string[];
    /** Nothing but the one group that is back gives the person this seat. */
    readonly isAlone?: boolean;
  },
  ports: Recording,
): Promise<RestoreSeatResult> {
  const { candidate, caller } = input;
  const { seatBack, unseen } = await (isAlone ? proveBySeat : proveByGroups)(candidate, back, ports);
  const text = [
    `Restored: back in ${groupCount(back)}.`,
    ...(missing.length > 0 ? [`${groupCount(missing)} could not be given back.`] : []),
    ...why,
    RESTORE_PROOF[seatBack],
    ...(unseen.length > 0 ? [explainUnseen(unseen)] : []),
  ].join(' ');
  const kind = missing.length > 0 ? 'restore-failed' : 'restore-done';
  await record(input, kind, text, { groupIds: back, missing, seatBack }, ports);
  const entry = at(text, caller, ports);
  const restored = { at: entry.at, by: caller, groupIds: back, missing, seatBack };
  await storeCandidate(noteOn({ ...candidate, restored, restoringSince: null }, entry), ports);
  const outcome = missing.length > 0 ? 'partly' : 'restored';
  return { outcome, seatBack, plan: null, notes: [text], operatorRefused: false };
}

function at(text: string, by: AccountId | null, { clock }: Pick<Needs, 'clock'>) {
  return { at: clock.now(), text, by };
}

/** Named by the removal it undoes and by its beginning: a repeated burst tells nothing twice. */
async function record(
  change: SeatChange,
  kind: 'restore-intended' | 'restore-done' | 'restore-failed',
  text: string,
  details: Readonly<Record<string, unknown>>,
  ports: Recording,
): Promise<void> {
  const { number, restored, restoringSince } = change.candidate;
  const name = `${number}.restore.${restoringSince ?? restored?.at ?? 0}.${kind}`;
  await recordSeatChange(change, { kind, text, details, name }, ports);
}
