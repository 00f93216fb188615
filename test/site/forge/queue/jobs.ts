/** Progress of one push, as `queue.getJob(id)` sees it. */
export interface Job {
  readonly queueName: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

const KEPT_JOBS = 10_000;

/** The jobs of all queues; the oldest are forgotten. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();

  open(jobId: string, queueName: string, events: number): void {
    this.jobs.set(jobId, { queueName, success: 0, inProgress: events, failed: 0, cancelled: false });
    const oldest = this.jobs.keys().next().value;
    if (this.jobs.size > KEPT_JOBS && oldest !== undefined) this.jobs.delete(oldest);
  }

  find(jobId: string, queueName: string): Job | undefined {
    const job = this.jobs.get(jobId);
    return job?.queueName === queueName ? job : undefined;
  }

  finished(jobId: string, how: 'success' | 'failed'): void {
    const job = this.jobs.get(jobId);
    // A message delivered twice counts once.
    if (job === undefined || job.cancelled || job.inProgress === 0) return;
    job.inProgress -= 1;
    job[how] += 1;
  }
}
