import type { GroupId } from '../domain/identifiers';
import { moveCandidate } from '../domain/removal-candidate';
import { isFailure, type Failure } from '../ports/failures';
import { storeCandidate } from './candidate-table';
import { completeRemoval, giveWay, NOTHING_REMOVED, putBack, recordRemoval } from './end-removal';
import { markRefused } from './mark-managed';
import { NOTHING_LEFT, type ReclaimPorts, type ReclaimSeat, type ReclaimSeatResult, type Removal } from './one-reclaim';
import { explainFailure, PROOF } from './reclaim-sentences';

/** Removes the person from each group, reads them back and records what that showed. A refused group has the others given back. */
export async function takeSeat(input: ReclaimSeat, removal: Removal, ports: ReclaimPorts): Promise<ReclaimSeatResult> {
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

/** Every group is gone already: reads the person back and records it. */
export async function complete(input: ReclaimSeat, removal: Removal, ports: ReclaimPorts): Promise<ReclaimSeatResult> {
  const seatFreed = await completeRemoval(input, input.candidate.groupsRemoved ?? removal.groupIds, ports);
  const notes = [...removal.notes, PROOF[seatFreed]];
  return { outcome: 'removed', seatFreed, ...removal, notes, operatorRefused: false };
}

/**
 * The refusal speaks of the group: Jira rejected the change, or the acting person was allowed to make another one. An answer of
 * 401 never does: Jira did not accept who asked.
 */
function isGroupsFault({ code, details }: Failure, { operatorProven }: ReclaimSeat): boolean {
  if (details.status === 401) return false;
  return code === 'jira-rejected' || (code === 'jira-refused' && operatorProven === true);
}

/** Jira refused one of the groups: what was removed is put back, so that nobody is left half removed. */
async function giveUp(
  input: ReclaimSeat,
  { taken: removed, refused }: { readonly taken: readonly GroupId[]; readonly refused: GroupId | undefined },
  failure: Failure,
  ports: ReclaimPorts,
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
    ports,
  );
  return { outcome: 'failed', seatFreed: null, ...NOTHING_LEFT, groupIds: stuck, notes: [text], operatorRefused };
}
