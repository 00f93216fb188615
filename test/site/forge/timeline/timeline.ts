import type { SimulatedClock } from '../../core/clock';
import type { InFlight } from './in-flight';

/** Something that makes functions run at simulated instants: schedules, product events, queues. */
export interface Source {
  /** When it next wants to start something; Infinity when there is nothing. May lie in the past while it is blocked. */
  nextDue(): number;
  /** Starts what is due, as far as its own limits let it. */
  startDue(): void;
  /** Told that time will leap to this instant, to make known what lies on the way. */
  foresee?(until: number): void;
}

/**
 * Starts what is due as simulated time passes. Left alone it follows the clock, which only runs while something holds
 * it; `advanceTo` and `drain` leap from one due instant to the next, so nothing is skipped and nothing waits.
 */
export class Timeline {
  private timer: NodeJS.Timeout | undefined;
  private leaping: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly clock: SimulatedClock,
    private readonly inFlight: InFlight,
    private readonly sources: readonly Source[],
  ) {}

  /** To be called whenever something was added or has finished. */
  wake(): void {
    if (this.stopped) return;
    for (const source of this.sources) source.foresee?.(this.clock.now());
    for (const source of this.sources) source.startDue();
    clearTimeout(this.timer);
    const ahead = this.nextDue() - this.clock.now();
    // What is due but blocked is woken by what blocks it. While the clock stands still the timer finds nothing to do.
    if (ahead > 0 && ahead < Infinity) this.timer = setTimeout(() => this.wake(), timerDelay(ahead)).unref();
  }

  /** Waits until nothing runs and nothing is due. */
  async quiet(): Promise<void> {
    do {
      this.wake();
      await this.inFlight.idle();
    } while (!this.stopped && (this.inFlight.busy || this.nextDue() <= this.clock.now()));
  }

  /** Moves simulated time to this instant, with everything that happens on the way; resolves when all is quiet. */
  advanceTo(instant: number): Promise<void> {
    return this.inTurn(async () => {
      for (const source of this.sources) source.foresee?.(instant);
      await this.leapUntil(instant, () => true);
      this.clock.advanceTo(instant);
      await this.quiet();
    });
  }

  /** Leaps from due instant to due instant as long as the condition holds when all is quiet. */
  leapWhile(wanted: () => boolean): Promise<void> {
    return this.inTurn(() => this.leapUntil(Infinity, wanted));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async leapUntil(instant: number, wanted: () => boolean): Promise<void> {
    for (;;) {
      await this.quiet();
      const next = this.nextDue();
      if (this.stopped || !wanted() || next > instant || next === Infinity) return;
      for (const source of this.sources) source.foresee?.(next);
      this.clock.advanceTo(Math.min(this.nextDue(), next));
    }
  }

  private nextDue(): number {
    return Math.min(...this.sources.map((source) => source.nextDue()));
  }

  /** One leap at a time: two at once would skip each other's instants. */
  private inTurn(leap: () => Promise<void>): Promise<void> {
    const turn = this.leaping.then(leap);
    this.leaping = turn.catch(() => undefined);
    return turn;
  }
}

const LONGEST_TIMER_MS = 60_000;
const timerDelay = (ms: number) => Math.min(Math.max(ms, 20), LONGEST_TIMER_MS);
