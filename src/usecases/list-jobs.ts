import { isFinished, type JobRun } from '../domain/job-run';
import type { Instant } from '../domain/instant';
import { nextReport } from '../domain/privacy/known-person';
import { installationJob, jobsOf, nextRefresh, type JobPause, type ScheduledJob } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';

export interface ListedJob extends ScheduledJob {
  readonly lastRun: JobRun | undefined;
  /** When it starts by itself next; undefined for a job that follows another one, and for one that is paused. */
  readonly nextAt: Instant | undefined;
  readonly pause: JobPause | undefined;
}

/** The scheduled jobs of all profiles, in the order they run, and that of the installation. */
export async function listJobs(ports: Pick<Ports, 'profiles' | 'runs' | 'pauses'>): Promise<ListedJob[]> {
  const [profiles, pauses] = await Promise.all([ports.profiles.list(), ports.pauses.list()]);
  const perProfile = profiles.map((profile) =>
    Promise.all(
      jobsOf(profile).map(async (job) => {
        const lastRun = await ports.runs.findLatest(profile.id, job.kind);
        const pause = pauses.find(({ jobId }) => jobId === job.id);
        const isTimed = job.kind === 'download' && !pause;
        return { ...job, lastRun, nextAt: isTimed ? nextRefresh(profile, lastRun?.createdAt) : undefined, pause };
      }),
    ),
  );
  return [...(await Promise.all(perProfile)).flat(), await listReport(pauses, ports)];
}

async function listReport(pauses: readonly JobPause[], { runs }: Pick<Ports, 'runs'>): Promise<ListedJob> {
  const job = installationJob();
  const lastRun = await runs.findLatest(job.profileId, job.kind);
  const pause = pauses.find(({ jobId }) => jobId === job.id);
  const isRunning = lastRun !== undefined && !isFinished(lastRun);
  const nextAt = pause || isRunning || !lastRun ? undefined : nextReport(lastRun);
  return { ...job, lastRun, nextAt, pause };
}
