import type { SimulatedClock } from '../../core/clock';
import type { ProductEvent } from '../../core/parts';
import type { InvocationOutcome } from '../functions/invocation';
import { CONTAINERS_PER_FUNCTION, EVENT_BYTES } from '../functions/limits';
import type { Manifest } from '../manifest/manifest';
import { jsonBytes } from '../json-bytes';
import { SortedList } from '../sorted-list';
import type { Source } from '../timeline/timeline';
import type { Switches } from '../../core/switches';
import type { Delays } from '../timeline/delays';
import { EVENT_RETRIES, requestedRetry, type Retry } from './retry';

type EventTrigger = Manifest['eventTriggers'][number];

interface Delivery {
  readonly dueAt: number;
  /** Keeps events of the same instant in the order they were emitted. */
  readonly order: number;
  readonly trigger: EventTrigger;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry: Retry | undefined;
  readonly delivered: () => void;
}

/** Delivers product events to the app's `trigger` functions, with the manifest's filters and the retries they ask for. */
export class ProductEvents implements Source {
  private readonly pending = new SortedList<Delivery>((a, b) => a.dueAt - b.dueAt || a.order - b.order);
  private added = 0;
  private running = 0;
  private onTheWay = 0;
  private viewsUntil: number;

  constructor(
    private readonly options: {
      readonly triggers: readonly EventTrigger[];
      readonly clock: SimulatedClock;
      readonly delays: Delays;
      readonly switches: Switches;
      readonly viewsBetween: (afterMs: number, untilMs: number) => ProductEvent[];
      readonly run: (trigger: EventTrigger, payload: unknown) => Promise<InvocationOutcome>;
      /** Takes charge of work under way. */
      readonly launch: (work: Promise<void>) => void;
    },
  ) {
    this.viewsUntil = options.clock.now();
  }

  /** Sends an event on its way, to every trigger that it concerns. Answers how many deliveries are left. */
  emit(
    { eventType, payload, selfGenerated }: ProductEvent,
    happenedAt: number,
    delays?: readonly number[],
  ): { readonly left: number } {
    const sent = { left: 0 };
    // Production does not deliver events that are too large.
    if (jsonBytes(payload) > EVENT_BYTES) return sent;
    const told = this.options.switches.get('eventTimestamps') ? payload : { ...payload, timestamp: undefined };
    for (const trigger of this.options.triggers) {
      if (!trigger.events.includes(eventType) || (trigger.ignoreSelf && selfGenerated)) continue;
      for (const delay of delays ?? this.options.delays.ofEvent()) {
        sent.left += 1;
        this.onTheWay += 1;
        const delivered = () => {
          sent.left -= 1;
          this.onTheWay -= 1;
        };
        this.add({ dueAt: happenedAt + delay, trigger, payload: told, retry: undefined, delivered });
      }
    }
    return sent;
  }

  /** Nothing is on its way. Retries that were asked for don't count. */
  get empty(): boolean {
    return this.onTheWay === 0;
  }

  /** Views are known in advance from the data file: each becomes an event at its own time. */
  foresee(until: number): void {
    if (until <= this.viewsUntil) return;
    for (const view of this.options.viewsBetween(this.viewsUntil, until)) this.emit(view, view.at);
    this.viewsUntil = until;
  }

  nextDue(): number {
    return this.pending.first()?.dueAt ?? Infinity;
  }

  startDue(): void {
    const now = this.options.clock.now();
    while (this.running < CONTAINERS_PER_FUNCTION) {
      const next = this.pending.first();
      if (next === undefined || next.dueAt > now) return;
      this.pending.remove(next);
      this.options.launch(this.deliver(next));
    }
  }

  private async deliver({ trigger, payload, retry, delivered }: Delivery): Promise<void> {
    this.running += 1;
    const { retryCount = 0, retryReason, retryData } = retry ?? {};
    const context = retry === undefined ? {} : { retryContext: { retryCount, retryReason, retryData } };
    try {
      const outcome = await this.options.run(trigger, { ...payload, ...context });
      const again = requestedRetry(outcome, retryCount, EVENT_RETRIES);
      if (typeof again === 'object')
        this.add({ dueAt: this.options.clock.now() + again.afterMs, trigger, payload, retry: again, delivered });
    } finally {
      this.running -= 1;
      if (retry === undefined) delivered();
    }
  }

  private add(delivery: Omit<Delivery, 'order'>): void {
    this.added += 1;
    this.pending.insert({ ...delivery, order: this.added });
  }
}
