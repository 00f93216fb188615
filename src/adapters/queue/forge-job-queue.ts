import { Queue } from '@forge/events';
import { Failure } from '../../ports/failures';
import type { JobMessage, JobQueue, SiteCheckMessage } from '../../ports/job-queue';

/** The manifest's queue for all jobs. */
export const JOB_QUEUE = 'jobs';

export class ForgeJobQueue implements JobQueue {
  private readonly queue = new Queue({ key: JOB_QUEUE });

  push({ runId, step }: JobMessage, lane: string, delaySeconds = 0): Promise<void> {
    return this.send({ runId, step }, lane, delaySeconds);
  }

  pushSiteCheck({ siteCheck, at }: SiteCheckMessage): Promise<void> {
    return this.send({ siteCheck, at }, 'site-check', 0);
  }

  private async send(body: { [name: string]: string | number }, lane: string, delaySeconds: number): Promise<void> {
    try {
      await this.queue.push({
        body,
        concurrency: { key: lane, limit: 1 },
        ...(delaySeconds > 0 ? { delayInSeconds: delaySeconds } : {}),
      });
    } catch (error) {
      const what = error instanceof Error ? error.constructor.name : 'no answer';
      throw new Failure('store-unavailable', `The job queue did not take a message (${what}).`);
    }
  }
}
