import type { SimulatedClock } from '../../core/clock';
import type { Manifest } from '../manifest/manifest';
import type { Delays } from './delays';
import type { Source } from './timeline';

type ScheduledTrigger = Manifest['scheduledTriggers'][number];

const FIRST_RUN_MS = 5 * 60_000;
const SPREAD_MS = 1_000;

/** Fires the manifest's scheduled triggers: first about five minutes after the start, then by interval, some of them twice. */
export class Scheduler implements Source {
  private readonly nextAt: Map<string, number>;
  /** Second firings that are still to come. */
  private copies: { readonly trigger: ScheduledTrigger; readonly at: number }[] = [];

  constructor(
    private readonly triggers: readonly ScheduledTrigger[],
    private readonly clock: SimulatedClock,
    private readonly delays: Delays,
    private readonly fire: (trigger: ScheduledTrigger) => void,
  ) {
    const first = clock.now() + FIRST_RUN_MS;
    this.nextAt = new Map(triggers.map(({ key }, index) => [key, first + index * SPREAD_MS]));
  }

  nextDue(): number {
    return Math.min(Infinity, ...this.nextAt.values(), ...this.copies.map(({ at }) => at));
  }

  startDue(): void {
    const now = this.clock.now();
    for (const trigger of this.triggers) {
      const due = this.nextAt.get(trigger.key) ?? Infinity;
      if (due > now) continue;
      const missed = Math.floor((now - due) / trigger.intervalMs);
      this.nextAt.set(trigger.key, due + (missed + 1) * trigger.intervalMs);
      this.fire(trigger);
      const copy = this.delays.ofTickCopy();
      if (copy !== undefined) this.copies.push({ trigger, at: now + copy });
    }
    const due = this.copies.filter(({ at }) => at <= now);
    this.copies = this.copies.filter(({ at }) => at > now);
    for (const { trigger } of due) this.fire(trigger);
  }

  snapshot(): Record<string, number> {
    return Object.fromEntries(this.nextAt);
  }

  restore(saved: Readonly<Record<string, number>>): void {
    for (const key of this.nextAt.keys()) {
      const at = saved[key];
      if (at !== undefined) this.nextAt.set(key, at);
    }
  }
}
