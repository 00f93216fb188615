import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SimulatedClock } from '../../core/clock';
import type { Faults } from '../../core/faults';
import type { Meters } from '../../core/meters';
import { requestedRetry, retryAfterFailure } from '../events/retry';
import type { Chain, InvocationOutcome } from '../functions/invocation';
import { SortedList } from '../sorted-list';
import type { Source } from '../timeline/timeline';
import type { Consumers } from './consumers';
import { Jobs } from './jobs';
import { asyncEvent, byDueTime, isExpired, type Message } from './message';
import { Lots } from './lots';
import { JobRequest, PushRequest } from './push-request';
import { refusedEvents, refusedPush, type QueueAnswer } from './push-rules';
import { Slots } from './slots';

export interface QueueCounts {
  deliveries: number;
  retries: number;
  failed: number;
}

const INTERACTIVE_WAIT_MS = 15 * 60_000;

/** The async events queues: at least once, in no order, with delays, concurrency limits, retries and retention. */
export class Queues implements Source {
  private readonly pending = new SortedList<Message>(byDueTime);
  private readonly slots = new Slots();
  private readonly lots = new Lots();
  private readonly jobs = new Jobs();
  private minute = { window: 0, events: 0 };
  private counts: QueueCounts = { deliveries: 0, retries: 0, failed: 0 };
  private releaseClock: (() => void) | undefined;

  constructor(
    private readonly options: {
      readonly clock: SimulatedClock;
      readonly meters: Meters;
      readonly faults: Faults;
      readonly consumers: Consumers;
      /** Called when messages were added. */
      readonly added: () => void;
      /** Takes charge of work under way. */
      readonly launch: (work: Promise<void>) => void;
    },
  ) {}

  publish(body: unknown, chain: Chain, duplicate: boolean): QueueAnswer {
    const parsed = PushRequest.safeParse(body);
    if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
    const request = parsed.data;
    const consumer = this.options.consumers.of(request.queueName);
    if (consumer === undefined) return { status: 400, body: { message: `No consumer of queue ${request.queueName}` } };
    const refused = refusedPush(request, chain, this.eventsThisMinute());
    if (refused !== undefined) return refused;
    const failedEvents = refusedEvents(request, consumer.long);
    const accepted = request.payload.filter((_, index) => !failedEvents.some((failed) => failed.index === index));
    chain.pushes += 1;
    this.minute.events += accepted.length;
    this.options.meters.queue('pushes', accepted.length);
    this.enqueue({ ...request, payload: accepted }, chain, duplicate);
    return failedEvents.length > 0 ? { status: 202, body: { failedEvents } } : { status: 201, body: {} };
  }

  stats(body: unknown): QueueAnswer {
    const request = JobRequest.safeParse(body);
    const job = request.success ? this.jobs.find(request.data.jobId, request.data.queueName) : undefined;
    if (job === undefined) return { status: 404, body: { message: 'There is no such job.' } };
    const { success, inProgress, failed } = job;
    return { status: 200, body: { success, inProgress, failed } };
  }

  /** Drops the job's messages that have not started. */
  cancel(body: unknown): QueueAnswer {
    const request = JobRequest.safeParse(body);
    const job = request.success ? this.jobs.find(request.data.jobId, request.data.queueName) : undefined;
    if (job === undefined || !request.success) return { status: 404, body: { message: 'There is no such job.' } };
    job.cancelled = true;
    job.inProgress = 0;
    for (const message of this.waiting()) if (message.jobId === request.data.jobId) this.pending.remove(message);
    return { status: 204 };
  }

  get empty(): boolean {
    return this.pending.first() === undefined;
  }

  nextDue(): number {
    return this.pending.first()?.dueAt ?? Infinity;
  }

  startDue(): void {
    const now = this.options.clock.now();
    for (const message of this.due(now)) {
      if (this.slots.blocks(message)) continue;
      this.pending.remove(message);
      this.options.launch(this.deliver(message));
    }
    this.holdClock(this.nextDue() - now <= INTERACTIVE_WAIT_MS);
  }

  /** What was delivered since the last call. */
  takeCounts(): QueueCounts {
    const { counts } = this;
    this.counts = { deliveries: 0, retries: 0, failed: 0 };
    return counts;
  }

  stop(): void {
    for (const message of this.waiting()) this.pending.remove(message);
    this.holdClock(false);
  }

  private enqueue({ jobId, queueName, payload }: PushRequest, chain: Chain, duplicate: boolean): void {
    const now = this.options.clock.now();
    this.jobs.open(jobId, queueName, payload.length);
    for (const { body, delayInSeconds = 0, concurrency } of payload) {
      const dueAt = now + delayInSeconds * 1_000;
      const message = {
        queueName,
        jobId,
        eventId: randomUUID(),
        body,
        concurrency,
        dueAt,
        firstAt: now,
        chain,
        isCopy: false,
      };
      this.pending.insert({ ...message, lot: this.lots.draw(), retry: undefined });
      if (duplicate) this.pending.insert({ ...message, lot: this.lots.draw(), retry: undefined });
    }
    this.options.added();
  }

  private async deliver(message: Message): Promise<void> {
    const { clock, consumers, faults } = this.options;
    if (isExpired(message, clock.now())) {
      this.finish(message, 'failed');
      return;
    }
    const leave = this.slots.take(message);
    this.count('deliveries');
    const fault = message.isCopy ? undefined : faults.take({ door: 'queue', operation: 'deliver' });
    if (fault?.duplicate === true) this.pending.insert({ ...message, lot: this.lots.draw(), isCopy: true });
    const outcome = await consumers.run(message.queueName, asyncEvent(message, clock.now()), message.chain);
    leave();
    this.settle(message, outcome);
  }

  private settle(message: Message, outcome: InvocationOutcome): void {
    const count = message.retry?.retryCount ?? 0;
    const asked = requestedRetry(outcome, count);
    const retry = asked === 'none' ? retryAfterFailure(outcome, count) : asked;
    const cancelled = this.jobs.find(message.jobId, message.queueName)?.cancelled === true;
    const dueAt = typeof retry === 'object' ? this.options.clock.now() + retry.afterMs : 0;
    if (retry === 'none') {
      this.finish(message, 'success');
    } else if (retry === 'exhausted' || cancelled || isExpired(message, dueAt)) {
      this.finish(message, 'failed');
    } else {
      this.count('retries');
      this.pending.insert({ ...message, lot: this.lots.draw(), retry, dueAt });
    }
  }

  private finish({ jobId }: Message, how: 'success' | 'failed'): void {
    if (how === 'failed') this.count('failed');
    this.jobs.finished(jobId, how);
  }

  private count(what: keyof QueueCounts): void {
    this.counts[what] += 1;
    this.options.meters.queue(what);
  }

  private waiting(): Message[] {
    return this.due(Infinity);
  }

  private due(until: number): Message[] {
    const due: Message[] = [];
    for (const message of this.pending.ascending(() => true)) {
      if (message.dueAt > until) break;
      due.push(message);
    }
    return due;
  }

  private eventsThisMinute(): number {
    const window = Math.floor(this.options.clock.now() / 60_000);
    if (window !== this.minute.window) this.minute = { window, events: 0 };
    return this.minute.events;
  }

  /** In interactive use a message that waits a short while is worth the clock's running. */
  private holdClock(wanted: boolean): void {
    if (wanted && this.releaseClock === undefined) this.releaseClock = this.options.clock.hold();
    if (wanted || this.releaseClock === undefined) return;
    this.releaseClock();
    this.releaseClock = undefined;
  }
}
