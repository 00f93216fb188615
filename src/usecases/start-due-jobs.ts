import type { IntegrationProfile } from '../domain/integration-profile';
import { isFinished, type JobKind } from '../domain/job-run';
import { followerId, jobId, mayBeMissed, nextKind, nextRefresh } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { startRefresh, startRun } from './start-run';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'pauses' | 'counters' | 'queue' | 'clock' | 'log'>;
type IsPaused = (kind: JobKind) => boolean;

/** Starts every job that is due and not paused; missed turns are made up for once. Does no work itself. */
export async function startDueJobs(ports: Needs): Promise<number> {
  const [profiles, pauses] = await Promise.all([ports.profiles.list(), ports.pauses.list()]);
  const paused = new Set(pauses.map((pause) => pause.jobId));
  let started = 0;
  for (const profile of profiles.filter(({ status }) => status === 'Published')) {
    const isPaused: IsPaused = (kind) => paused.has(jobId(profile.id, kind));
    if (await startDueRefresh(profile, isPaused, ports)) started += 1;
    else if (await startMissedFollower(profile, isPaused, ports)) started += 1;
  }
  return started;
}

async function startDueRefresh(profile: IntegrationProfile, isPaused: IsPaused, ports: Needs): Promise<boolean> {
  if (isPaused('download')) return false;
  const last = await ports.runs.findLatest(profile.id, 'download');
  const dueAt = nextRefresh(profile, last?.createdAt);
  // What is still under way is not started once more: its next turn comes when it is over.
  if (dueAt === undefined || dueAt > ports.clock.now() || (last && !isFinished(last))) return false;
  await startRefresh({ profile, dueAt, requestedBy: null }, ports);
  return true;
}

/** A job that was paused, or still under way, when its turn came after another one. */
async function startMissedFollower(profile: IntegrationProfile, isPaused: IsPaused, ports: Needs): Promise<boolean> {
  for (const kind of ['download', 'activity'] as const) {
    const follower = nextKind(kind, profile);
    if (!follower || isPaused(follower)) continue;
    const [run, newest] = await Promise.all([
      ports.runs.findLatest(profile.id, kind),
      ports.runs.findLatest(profile.id, follower),
    ]);
    if (!mayBeMissed(run, newest) || (newest && !isFinished(newest))) continue;
    const id = followerId(run.id, follower);
    if (await ports.runs.find(id)) continue;
    await startRun({ id, profile, kind: follower, cursor: null, requestedBy: null }, ports);
    return true;
  }
  return false;
}
