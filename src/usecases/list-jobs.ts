import type { JobRun } from '../domain/job-run';
import type { Instant } from '../domain/instant';
import { jobsOf, nextRefresh, type ScheduledJob } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';

export interface ListedJob extends ScheduledJob {
  readonly lastRun: JobRun | undefined;
  /** When it starts by itself next; undefined for a job that follows another one. */
  readonly nextAt: Instant | undefined;
}

/** The scheduled jobs of all profiles, in the order they run. */
export async function listJobs(ports: Pick<Ports, 'profiles' | 'runs'>): Promise<ListedJob[]> {
  const profiles = await ports.profiles.list();
  const perProfile = profiles.map((profile) =>
    Promise.all(
      jobsOf(profile).map(async (job) => {
        const lastRun = await ports.runs.findLatest(profile.id, job.kind);
        const nextAt = job.kind === 'download' ? nextRefresh(profile, lastRun?.createdAt) : undefined;
        return { ...job, lastRun, nextAt };
      }),
    ),
  );
  return (await Promise.all(perProfile)).flat();
}
