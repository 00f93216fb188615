import type { JobRun } from '../domain/job-run';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { readCandidateTable } from './candidate-table';
import { inParallel } from './in-parallel';
import { isMeant, mayBeMeant } from './restore-candidates';

/** The people whom a reclaim run removed, restored ones included. */
export async function listRunCandidates(run: JobRun, ports: Pick<Ports, 'candidates'>): Promise<RemovalCandidate[]> {
  const meant = { numbers: null, run: { id: run.id, from: run.createdAt } };
  const lines = (await readCandidateTable(run.profileId, ports.candidates)).filter(mayBeMeant(meant));
  const found = await inParallel(lines, ({ number }) => ports.candidates.find(number));
  return found.filter((each): each is RemovalCandidate => each !== undefined && isMeant(each, meant));
}
