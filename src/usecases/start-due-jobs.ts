import { nextRefresh } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { startRefresh } from './start-run';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'counters' | 'queue' | 'clock' | 'log'>;

/** Starts every profile's daily refresh that is due; a missed one is made up for once. Does no work itself. */
export async function startDueJobs(ports: Needs): Promise<number> {
  const now = ports.clock.now();
  let started = 0;
  for (const profile of await ports.profiles.list()) {
    const last = await ports.runs.findLatest(profile.id, 'download');
    const dueAt = nextRefresh(profile, last?.createdAt);
    if (dueAt === undefined || dueAt > now) continue;
    await startRefresh({ profile, dueAt, requestedBy: null }, ports);
    started += 1;
  }
  return started;
}
