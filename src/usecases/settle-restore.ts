import { noteOn } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { storeCandidate } from './candidate-table';
import { changeOf, findGroups, type LeftHalfway } from './left-halfway';
import { recordSeatChange } from './record-seat-change';
import { complete, isJustTaken } from './restore-seat';
import { explainStoppedRestore } from './restore-sentences';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'directory' | 'evidence' | 'clock'>;

/**
 * Tells how far a restore came that nobody goes on with. Where groups are missing, or Jira can't be asked, it stays begun: a new
 * restore goes on with it, and what it gave back is not taken for somebody else's doing. `next` says what to do where none can.
 */
export async function settleRestore(left: LeftHalfway & { readonly next?: string }, ports: Needs): Promise<void> {
  const { candidate, id, why, by, next } = left;
  const restore = changeOf(left);
  const removed = candidate.groupsRemoved ?? [];
  const groupIds = isJustTaken({ candidate }, ports) ? undefined : await findGroups(candidate, ports);
  const missing = groupIds && removed.filter((id) => !groupIds.includes(id));
  if (missing?.length === 0) {
    await complete(restore, { back: removed, missing }, ports);
    return;
  }
  const text = explainStoppedRestore(why, missing, removed, next);
  if (candidate.timeline.at(-1)?.text === text) return; // told before a crash
  const details = { code: 'run-stopped', stopped: id, known: missing !== undefined, missing: missing ?? [] };
  const name = `${id}.stopped.${candidate.number}`;
  await recordSeatChange(restore, { kind: 'restore-failed', text, details, name }, ports);
  const entry = { at: ports.clock.now(), text, by };
  await storeCandidate(noteOn(candidate, entry), ports);
}
