import type { Instant } from '../domain/instant';
import { STALE_AFTER } from '../domain/job-run';
import { isRemovalUnderWay, type RemovalCandidate } from '../domain/removal-candidate';
import type { BegunChange } from '../ports/begun-change-store';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { projectCandidates } from './candidate-table';
import { settleRemoval } from './settle-removal';
import { settleRestore } from './settle-restore';
import type { SettleNeeds } from './settle-stopped-run';
import { tell } from './store-and-tell';

type Needs = SettleNeeds & Pick<Ports, 'begunChanges' | 'log'>;

const CUT_OFF = 'What was begun at the page was cut off before it was done.';

/**
 * Finishes what a person at the page, or an event, began and could not finish because its process died: what was stored is
 * told, a removal or a restore is settled. What can't be finished now is tried again with the next tick. Answers how many it
 * finished.
 */
export async function finishBegunChanges(ports: Needs): Promise<number> {
  let finished = 0;
  for (const change of await ports.begunChanges.list()) {
    if (change.at > ports.clock.now() - STALE_AFTER) continue;
    try {
      const candidate = await ports.candidates.find(change.candidate);
      if (candidate && isAtWork(change, candidate, ports.clock.now())) continue;
      if (candidate) await finish(change, candidate, ports);
      await ports.begunChanges.end(change);
      finished += 1;
    } catch (error) {
      if (!isFailure(error)) throw error;
      ports.log.error('begun change not finished', { code: error.code });
    }
  }
  return finished;
}

/** Somebody may be at it at this moment: looked at again with the next tick. Work notes say nothing about that. */
function isAtWork({ what }: BegunChange, candidate: RemovalCandidate, now: Instant): boolean {
  if (what !== 'removal' && what !== 'restore') return false;
  if (!isRemovalUnderWay(candidate) && candidate.restoringSince === null) return false;
  const steps = candidate.timeline.filter(({ isNote }) => isNote !== true);
  return (steps.at(-1)?.at ?? 0) > now - STALE_AFTER;
}

async function finish(change: BegunChange, candidate: RemovalCandidate, ports: Needs): Promise<void> {
  const { what } = change;
  if (what !== 'removal' && what !== 'restore') return tell(candidate, { ...change, what }, ports);
  const profile = await ports.profiles.find(candidate.profileId);
  const left = profile && { candidate, profile, id: `${candidate.number}.${change.at}`, why: CUT_OFF, by: null };
  if (left && isRemovalUnderWay(candidate)) return settleRemoval(left, ports);
  if (left && candidate.restoringSince !== null) return settleRestore(left, ports);
  return projectCandidates([candidate], ports);
}
