import type { ProfileId } from '../domain/identifiers';
import { isFinished } from '../domain/job-run';
import type { Ports } from '../ports/ports';

/**
 * Why a profile can't be deleted now: a run of it takes seats back or gives them back, and would leave somebody halfway.
 * Undefined: none does.
 */
export async function seatChangeLock(profileId: ProfileId, { runs }: Pick<Ports, 'runs'>): Promise<string | undefined> {
  for (const { id, kind, profileId: owner } of await runs.listOpen()) {
    if (owner !== profileId || (kind !== 'reclaim' && kind !== 'restore')) continue;
    const run = await runs.find(id); // the list may lag
    if (run && !isFinished(run))
      return `${run.number} (${run.name}) is under way. Wait until it is over or stop it under Jobs, then delete the profile.`;
  }
  return undefined;
}
