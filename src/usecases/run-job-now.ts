import type { AccountId } from '../domain/identifiers';
import { isFinished, type JobRun } from '../domain/job-run';
import { INSTALLATION, installationJob, jobsOf } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_JOB, refuse, type Outcome } from './outcome';
import { startRun } from './start-run';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'counters' | 'queue' | 'clock' | 'log'>;

/** Starts a scheduled job at once, also one that is paused. The run of this job that is under way is answered instead when there is one. */
export async function runJobNow(input: { jobId: string; caller: AccountId }, ports: Needs): Promise<Outcome<JobRun>> {
  if (input.jobId === installationJob().id) return runReport(input.caller, ports);
  const profiles = await ports.profiles.list();
  const job = profiles.flatMap(jobsOf).find((each) => each.id === input.jobId);
  const profile = profiles.find((each) => each.id === job?.profileId);
  if (!job || !profile) return refuse('not-found', NO_SUCH_JOB);
  const latest = await ports.runs.findLatest(profile.id, job.kind);
  if (latest && !isFinished(latest)) return done(latest);
  if (job.kind !== 'download') {
    const download = await ports.runs.findLatest(profile.id, 'download');
    if (download?.status !== 'Complete') {
      return refuse('refused', 'The last download is not complete. Run the Subscriptions job first.');
    }
  }
  const id = `${profile.id}.${ports.clock.now()}.${job.kind}`;
  return done(await startRun({ id, profile, kind: job.kind, cursor: null, requestedBy: input.caller }, ports));
}

async function runReport(requestedBy: AccountId, ports: Needs): Promise<Outcome<JobRun>> {
  const latest = await ports.runs.findLatest(INSTALLATION.id, 'report');
  if (latest && !isFinished(latest)) return done(latest);
  const id = `${INSTALLATION.id}.${ports.clock.now()}.report`;
  return done(await startRun({ id, profile: INSTALLATION, kind: 'report', cursor: null, requestedBy }, ports));
}
