import type { AccountId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import { listJobs, type ListedJob } from './list-jobs';
import { done, NO_SUCH_JOB, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'profiles' | 'runs' | 'pauses' | 'clock' | 'evidence'>;
interface Request {
  readonly jobId: string;
  readonly caller: AccountId;
}

/** From now on only people start this job. A run that is under way goes on; one that is paused already stays as it is. */
export async function pauseJob({ jobId, caller }: Request, ports: Needs): Promise<Outcome<ListedJob>> {
  const job = await findJob(jobId, ports);
  if (!job) return refuse('not-found', NO_SUCH_JOB);
  const isNew = await ports.pauses.add({ jobId, pausedBy: caller, pausedAt: ports.clock.now() });
  if (isNew) await record('job-paused', `${job.name} paused.`, job, caller, ports);
  return show(jobId, ports);
}

/** The job starts by itself again; turns it missed are made up for once, within the hour. */
export async function resumeJob({ jobId, caller }: Request, ports: Needs): Promise<Outcome<ListedJob>> {
  const job = await findJob(jobId, ports);
  if (!job) return refuse('not-found', NO_SUCH_JOB);
  const wasPaused = await ports.pauses.remove([jobId]);
  if (wasPaused) await record('job-resumed', `${job.name} resumed.`, job, caller, ports);
  return show(jobId, ports);
}

async function show(jobId: string, ports: Needs): Promise<Outcome<ListedJob>> {
  const job = await findJob(jobId, ports);
  return job ? done(job) : refuse('not-found', NO_SUCH_JOB);
}

async function findJob(jobId: string, ports: Needs): Promise<ListedJob | undefined> {
  return (await listJobs(ports)).find(({ id }) => id === jobId);
}

async function record(
  kind: 'job-paused' | 'job-resumed',
  text: string,
  job: ListedJob,
  by: AccountId,
  { evidence, clock }: Needs,
): Promise<void> {
  const details = { jobId: job.id, profileId: job.profileId, jobKind: job.kind };
  await evidence.append({ kind, at: clock.now(), by, subject: null, candidate: null, text, details });
}
