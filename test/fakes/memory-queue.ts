import { SECOND, type Instant } from '../../src/domain/instant';
import type { Clock } from '../../src/ports/ambient';
import type { JobMessage, JobQueue, SiteCheckMessage } from '../../src/ports/job-queue';
import { jsonCopy } from './json-copy';

export interface QueuedMessage {
  readonly message: JobMessage;
  readonly lane: string;
  readonly deliverAt: Instant;
}

/** Messages wait here until a test takes them out: in order, in any other order, or twice. */
export class MemoryQueue implements JobQueue {
  waiting: QueuedMessage[] = [];
  siteChecks: SiteCheckMessage[] = [];

  constructor(private readonly clock: Clock) {}

  push(message: JobMessage, lane: string, delaySeconds = 0): Promise<void> {
    if (!(delaySeconds >= 0 && delaySeconds <= 900))
      throw new RangeError(`A delay of ${delaySeconds} s is not allowed.`);
    this.waiting.push({ message: jsonCopy(message), lane, deliverAt: this.clock.now() + delaySeconds * SECOND });
    return Promise.resolve();
  }

  pushSiteCheck(message: SiteCheckMessage): Promise<void> {
    this.siteChecks.push(jsonCopy(message));
    return Promise.resolve();
  }

  /** Takes the message that is due first. */
  takeNext(): QueuedMessage | undefined {
    const [next] = [...this.waiting].sort((a, b) => a.deliverAt - b.deliverAt);
    return next && this.take(next);
  }

  take(chosen: QueuedMessage): QueuedMessage {
    this.waiting = this.waiting.filter((each) => each !== chosen);
    return chosen;
  }
}
