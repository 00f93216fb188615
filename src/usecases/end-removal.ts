import type { GroupId } from '../domain/identifiers';
import {
  isRemovalUnderWay,
  moveCandidate,
  noteOn,
  type RemovalCandidate,
  type SeatFreed,
} from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import { recordSeatChange, type SeatChange } from './record-seat-change';
import { groupCount, halfway, PROOF } from './reclaim-sentences';
import { unlessFailed } from './unless-failed';

type Needs = Pick<Ports, 'directory' | 'groupWriter' | 'candidates' | 'promises' | 'evidence' | 'clock'>;

/** What a candidate remembers of a removal that was undone. */
export const NOTHING_REMOVED = { groupsBefore: null, groupsRemoved: null, alsoLost: [], removedIn: null } as const;

/** Every group is gone: reads the person back, and records the removal with what that showed. */
export async function completeRemoval(
  input: SeatChange,
  groupIds: readonly GroupId[],
  ports: Pick<Needs, 'directory' | 'candidates' | 'promises' | 'evidence' | 'clock'>,
): Promise<SeatFreed> {
  const proof = await unlessFailed(() => readProof(input.candidate, groupIds, ports));
  const seatFreed = proof?.seatFreed ?? 'unknown';
  const text = `Removed from ${groupCount(groupIds)}. ${PROOF[seatFreed]}`;
  await recordRemoval(input, 'reclaim-done', text, { groupIds, seatFreed }, ports);
  const entry = { at: ports.clock.now(), text, by: input.caller };
  await storeCandidate({ ...moveCandidate(input.candidate, 'Closed Complete', entry), seatFreed }, ports);
  return seatFreed;
}

/** What reading a person back shows of their seat; `still`: groups that were taken and that Jira shows them in. */
export interface RemovalProof {
  readonly seatFreed: SeatFreed;
  readonly still: readonly GroupId[];
}

/** Reads a person back after these groups were taken. Reads may lag behind: a group that is still shown says nothing yet. */
export async function readProof(
  { accountId, roleKey }: Pick<RemovalCandidate, 'accountId' | 'roleKey'>,
  removed: readonly GroupId[],
  { directory }: Pick<Needs, 'directory'>,
): Promise<RemovalProof> {
  const seats = await directory.findSeats(accountId);
  if (!seats) return { seatFreed: 'unknown', still: [] };
  if (!seats.includes(roleKey)) return { seatFreed: 'proven', still: [] };
  const person = await directory.findPerson(accountId);
  const still = removed.filter((groupId) => person?.groupIds.includes(groupId));
  return { seatFreed: !person || still.length > 0 ? 'unknown' : 'not-freed', still };
}

/** Gives groups back; answers those that Jira did not take, or does not tell of: it may still show what was taken a moment ago. */
export async function putBack(
  groupIds: readonly GroupId[],
  { candidate, as }: SeatChange,
  ports: Pick<Needs, 'groupWriter'>,
  wasTakenNow: (groupId: GroupId) => boolean | 'perhaps' = () => false,
): Promise<GroupId[]> {
  const stuck: GroupId[] = [];
  for (const groupId of groupIds) {
    try {
      await ports.groupWriter.addMember(groupId, candidate.accountId, as, wasTakenNow(groupId));
    } catch (error) {
      if (!isFailure(error)) throw error;
      stuck.push(groupId);
    }
  }
  return stuck;
}

/**
 * Somebody else settled the candidate while its groups were taken. Where they decided that the seat stays, or know of nothing
 * that was taken, everything is given back; where they took it too, or are at it, it is theirs.
 */
export async function giveWay(
  change: SeatChange,
  taken: readonly GroupId[],
  ports: Pick<Needs, 'groupWriter' | 'candidates' | 'promises' | 'evidence' | 'clock'>,
): Promise<void> {
  const settled = await ports.candidates.find(change.candidate.number);
  if (!settled || settled.state === 'Closed Complete' || isRemovalUnderWay(settled)) return;
  const stuck = await putBack(taken, change, ports);
  const text = `Somebody else settled this candidate while its groups were taken, so they were given back.${halfway(stuck)}`;
  await recordRemoval(change, 'reclaim-failed', text, { code: 'overtaken', removed: taken, stuck }, ports);
  await storeCandidate(noteOn(settled, { at: ports.clock.now(), text, by: change.caller }), ports);
}

/** Records what was done or refused; a success once for each attempt. */
export async function recordRemoval(
  change: SeatChange,
  kind: 'reclaim-done' | 'reclaim-kept' | 'reclaim-failed',
  text: string,
  details: Readonly<Record<string, unknown>>,
  ports: Pick<Needs, 'evidence' | 'clock'>,
): Promise<void> {
  const name = kind === 'reclaim-done' ? attemptName(change.candidate, kind) : undefined;
  await recordSeatChange(change, { kind, text, details, name }, ports);
}

/** Names what is told of one attempt, so that a repeated burst, or the next evaluation, does not tell it again. */
export function attemptName(
  { number, attempts }: Pick<RemovalCandidate, 'number' | 'attempts'>,
  kind: 'reclaim-intended' | 'reclaim-done',
): string {
  return `${number}.${attempts}.${kind}`;
}
