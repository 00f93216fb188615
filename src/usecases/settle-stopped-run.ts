import { isFinished, STALE_AFTER, type JobRun } from '../domain/job-run';
import { isRemovalUnderWay, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { projectCandidates } from './candidate-table';
import type { SeatChangeCursor } from './seat-change-run';
import { settleRemoval } from './settle-removal';
import { settleRestore } from './settle-restore';

export type SettleNeeds = Pick<
  Ports,
  'candidates' | 'promises' | 'profiles' | 'directory' | 'groupWriter' | 'evidence' | 'ledger' | 'clock'
>;

/**
 * A run of removals or restores that is over may have been at somebody whom it could neither finish nor undo, because Jira went
 * on failing, nobody may act any more, or the run was given up: their candidate then says what is known and what to do. May be
 * repeated; whoever somebody else has taken up since is left to them.
 */
export async function settleStoppedRun(run: JobRun, ports: SettleNeeds): Promise<void> {
  if (!isFinished(run) || run.status === 'Complete' || (run.kind !== 'reclaim' && run.kind !== 'restore')) return;
  const { number } = run.cursor as SeatChangeCursor;
  const candidate = number === '' ? undefined : await ports.candidates.find(number);
  const profile = await ports.profiles.find(run.profileId);
  if (!candidate || !profile) return;
  if (!isLeftBy(run, candidate, ports)) return projectCandidates([candidate], ports);
  await ports.ledger.open();
  const { id, requestedBy: by } = run;
  const left = { candidate, profile, id, why: ended(run), by, runId: id };
  await (run.kind === 'reclaim' ? settleRemoval(left, ports) : settleRestore(left, ports));
  await ports.ledger.save();
}

function ended({ number, kind }: JobRun): string {
  return `${number} ended before this ${kind === 'reclaim' ? 'removal' : 'restore'} did; its job result says why.`;
}

/** Whether this run left the person halfway, or whoever did is gone. */
function isLeftBy(run: JobRun, candidate: RemovalCandidate, { clock }: SettleNeeds): boolean {
  const { removedIn, restoringSince, timeline } = candidate;
  const isAbandoned = (timeline.at(-1)?.at ?? 0) < clock.now() - STALE_AFTER;
  if (run.kind === 'restore') return restoringSince !== null && (restoringSince >= run.createdAt || isAbandoned);
  return isRemovalUnderWay(candidate) && (removedIn === run.id || isAbandoned);
}
