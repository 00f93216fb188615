import type { AccountId, GroupId, RunId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { MINUTE } from '../domain/instant';
import { noteOn, type RemovalCandidate, type Restoration } from '../domain/removal-candidate';
import { groupsWith, planRestore, type RestorePlan } from '../domain/restore-plan';
import type { Person } from '../ports/directory';
import { isFailure, type Failure } from '../ports/failures';
import type { ActingAs } from '../ports/group-writer';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import { recordSeatChange, type SeatChange } from './record-seat-change';
import type { SiteFacts } from './fresh-facts';
import { groupCount } from './reclaim-sentences';
import { describeRestore, explainRefusal, explainUnseen, RESTORE_PROOF } from './restore-sentences';

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

type Needs = Pick<Ports, 'directory' | 'groupWriter' | 'candidates' | 'evidence' | 'clock'>;

/**
 * Gives one person exactly the groups back that a removal took, or says why not. Order: read the person → store that it begins
 * → write the intent → add → read back → record. Being a member already counts as done, so repeating it changes nothing.
 */
export async function restoreSeat(input: RestoreSeat, ports: Needs): Promise<RestoreSeatResult> {
  const { candidate } = input;
  const reason = whyNotRestorable(candidate);
  if (reason !== null) return kept(reason);
  const person = await ports.directory.findPerson(candidate.accountId);
  const plan = await planOf(input, person && trusted(person, input, ports), ports);
  const isStopped = candidate.restoringSince !== null;
  const given = groupsWith(plan, 'give-back');
  if (plan.refusal !== null) return kept(plan.refusal, plan);
  if (given.length === 0 && !isStopped) return kept(describeRestore(plan, input.site.roles).join(' '), plan);
  const notes = describeRestore(plan, input.site.roles);
  if (input.mode === 'preview')
    return { outcome: 'would-restore', seatBack: null, plan, notes, operatorRefused: false };
  const begun = await begin(input, given, ports);
  const isNew = person !== undefined && !person.roleKeys.includes(candidate.roleKey);
  return give({ ...input, candidate: begun }, plan, isNew, ports);
}

/** Why there is nothing to give back; null: there is. */
export function whyNotRestorable({ state, groupsRemoved, restored }: RemovalCandidate): string | null {
  if (state !== 'Closed Complete' || groupsRemoved === null || groupsRemoved.length === 0)
    return 'Nothing was removed with this candidate, so there is nothing to give back.';
  // Jira may have said that it gave groups back and show otherwise, or nothing: they can be given back once more.
  const isWhole = restored?.missing.length === 0 && restored.seatBack === 'proven';
  if (isWhole) return 'The seat was restored already.';
  return null;
}

function kept(reason: string, plan: RestorePlan | null = null): RestoreSeatResult {
  return { outcome: 'kept', seatBack: null, plan, notes: [reason], operatorRefused: false };
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
    externallyManaged: site.externallyManaged,
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
          ports.candidates,
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
  const first = [...refused.values()][0];
  if (back.length === 0 && first) return failed(input, plan, first, ports);
  const missing = plan.groups.map(({ groupId }) => groupId).filter((id) => !back.includes(id));
  const isAlone = isNew && back.length === 1;
  return { ...(await complete(input, { back, missing, refused: first, isAlone }, ports)), plan };
}

async function failed(
  input: RestoreSeat,
  plan: RestorePlan,
  failure: Failure,
  ports: Needs,
): Promise<RestoreSeatResult> {
  const operatorRefused = input.as.kind === 'operator' && failure.code === 'jira-refused';
  const text = explainRefusal(failure, operatorRefused);
  await record(input, 'restore-failed', text, { code: failure.code }, ports);
  await storeCandidate(
    noteOn({ ...input.candidate, restoringSince: null }, at(text, input.caller, ports)),
    ports.candidates,
  );
  return { outcome: 'failed', seatBack: null, plan, notes: [text], operatorRefused };
}

type Recording = Pick<Needs, 'directory' | 'candidates' | 'evidence' | 'clock'>;

/** Records which groups the person is back in. */
export async function complete(
  input: SeatChange,
  {
    back,
    missing,
    refused,
    isAlone = false,
  }: {
    readonly back: readonly GroupId[];
    readonly missing: readonly GroupId[];
    readonly refused?: Failure | undefined;
    /** Nothing but the one group that is back gives the person this seat. */
    readonly isAlone?: boolean;
  },
  ports: Recording,
): Promise<RestoreSeatResult> {
  const { candidate, caller } = input;
  const { seatBack, unseen } = await (isAlone ? proveBySeat : proveByGroups)(input, back, ports);
  const text = [
    `Restored: back in ${groupCount(back)}.`,
    ...(missing.length > 0 ? [`${groupCount(missing)} could not be given back.`] : []),
    ...(refused ? [explainRefusal(refused, false)] : []),
    RESTORE_PROOF[seatBack],
    ...(unseen.length > 0 ? [explainUnseen(unseen)] : []),
  ].join(' ');
  const kind = missing.length > 0 ? 'restore-failed' : 'restore-done';
  await record(input, kind, text, { groupIds: back, missing, seatBack }, ports);
  const entry = at(text, caller, ports);
  const restored = { at: entry.at, by: caller, groupIds: back, missing, seatBack };
  await storeCandidate(noteOn({ ...candidate, restored, restoringSince: null }, entry), ports.candidates);
  const outcome = missing.length > 0 ? 'partly' : 'restored';
  return { outcome, seatBack, plan: null, notes: [text], operatorRefused: false };
}

/** What Jira shows of a restore; `unseen`: groups that it said it gave back and does not show the person in. */
interface Proof {
  readonly seatBack: Restoration['seatBack'];
  readonly unseen: readonly GroupId[];
}

const NOT_TOLD: Proof = { seatBack: 'unknown', unseen: [] };
type Prove = (change: SeatChange, back: readonly GroupId[], ports: Recording) => Promise<Proof>;

/** The seat proves its only group: one cheap call, where every group that is read costs. */
const proveBySeat: Prove = async ({ candidate: { accountId, roleKey } }, back, { directory }) => {
  const seats = await unlessUntold(() => directory.findSeats(accountId));
  if (!seats) return NOT_TOLD;
  return seats.includes(roleKey) ? { seatBack: 'proven', unseen: [] } : { seatBack: 'not-back', unseen: back };
};

const proveByGroups: Prove = async ({ candidate: { accountId, roleKey } }, back, { directory }) => {
  const person = await unlessUntold(() => directory.findPerson(accountId));
  if (!person) return NOT_TOLD;
  const unseen = back.filter((id) => !person.groupIds.includes(id));
  if (!person.roleKeys.includes(roleKey)) return { seatBack: 'not-back', unseen };
  return { seatBack: unseen.length > 0 ? 'unknown' : 'proven', unseen };
};

async function unlessUntold<Found>(read: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isFailure(error)) throw error;
    return undefined;
  }
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
  const name = `${change.candidate.number}.restore.${change.candidate.restoringSince ?? 0}.${kind}`;
  await recordSeatChange(change, { kind, text, details, name }, ports);
}
