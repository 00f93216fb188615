import type { Instant } from '../../domain/instant';
import type { JobKind } from '../../domain/job-run';
import { isOpen } from '../../domain/removal-candidate';
import type { Ports } from '../../ports/ports';
import { readCandidateTable } from '../candidate-table';

type Needs = Pick<Ports, 'profiles' | 'candidates' | 'runs' | 'begunChanges'>;

/** Runs that change seats. */
const CHANGING: readonly JobKind[] = ['reclaim', 'restore'];

/**
 * Since when something is open that the log must tell of from its beginning: the oldest open removal candidate. Infinity: nothing
 * is. Null: seats are being taken or given back right now. Requests for a second person lapse long before evidence may go.
 */
export async function oldestNeeded({ profiles, candidates, runs, begunChanges }: Needs): Promise<Instant | null> {
  const isChanging = (await runs.listOpen()).some(({ kind }) => CHANGING.includes(kind));
  if (isChanging || (await begunChanges.list()).length > 0) return null;
  let oldest = Infinity;
  for (const { id } of await profiles.list())
    for (const { state, openedAt } of await readCandidateTable(id, candidates))
      if (isOpen(state)) oldest = Math.min(oldest, openedAt);
  return oldest;
}
