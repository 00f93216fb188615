import type { JobRun } from '../../domain/job-run';
import type { Ports } from '../../ports/ports';

/** Deletes what a run wrote of a list that readers will never see. Throws a Failure. */
export async function discardList(
  { id, profileId, status }: Pick<JobRun, 'id' | 'profileId' | 'status'>,
  { seatLists }: Pick<Ports, 'seatLists'>,
): Promise<void> {
  if (status === 'Complete') return;
  const current = await seatLists.find(profileId);
  if (current?.id !== id && current?.previous?.id !== id) await seatLists.discard(id);
}
