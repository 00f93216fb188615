import type { GroupId } from '../domain/identifiers';
import { moveCandidate, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import { attemptName, completeRemoval, NOTHING_REMOVED, putBack } from './end-removal';
import { changeOf, findGroups, type LeftHalfway } from './left-halfway';
import { recordSeatChange } from './record-seat-change';
import { explainStopped } from './reclaim-sentences';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'directory' | 'groupWriter' | 'evidence' | 'clock'>;

/** What Jira tells of the groups that the removal was to take; undefined: Jira could not be asked. */
type Found = { readonly taken: readonly GroupId[]; readonly stuck: readonly GroupId[] } | undefined;

/**
 * Ends a removal that nobody goes on with. Every group gone: it is done. Otherwise all of them are given back, also those that
 * Jira still lists, because a reading may lag behind; what Jira does not take, or can't be asked about, is told.
 */
export async function settleRemoval(leftHalfway: LeftHalfway, ports: Needs): Promise<void> {
  const { candidate, profile, id, why, by } = leftHalfway;
  const removal = changeOf(leftHalfway);
  const removing = candidate.groupsRemoved ?? [];
  const groupIds = await findGroups(candidate, ports);
  const gone = groupIds && removing.filter((id) => !groupIds.includes(id));
  if (gone && removing.length > 0 && gone.length === removing.length) {
    await completeRemoval(removal, removing, ports);
    return;
  }
  const refused = gone && profile.reclaimOperator !== null ? await putBack(removing, removal, ports) : removing;
  const found: Found = gone && { taken: gone, stuck: gone.filter((id) => refused.includes(id)) };
  const text = explainStopped(why, found, removing);
  const details = { code: 'run-stopped', stopped: id, removing, known: found !== undefined, ...found };
  const name = `${attemptName(candidate, 'reclaim-intended')}.stopped.${outcomeOf(found)}`;
  await recordSeatChange(removal, { kind: 'reclaim-failed', text, details, name }, ports);
  const entry = { at: ports.clock.now(), text, by };
  const settled = { ...candidate, ...leftOf(found), givenBackAt: entry.at };
  await storeCandidate(moveCandidate(settled, 'Attention Required', entry, text), ports);
}

/** What the candidate remembers: where something may still be missing, what a resumed removal or a restore has to give back. */
function leftOf(found: Found): Partial<RemovalCandidate> {
  if (!found) return {};
  return found.stuck.length > 0 ? { groupsRemoved: found.stuck } : NOTHING_REMOVED;
}

function outcomeOf(found: Found): string {
  if (!found) return 'unknown';
  return found.stuck.length > 0 ? 'stuck' : 'undone';
}
