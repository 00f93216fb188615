import type { Instant } from '../../domain/instant';
import { hourOf, nextHour } from '../../domain/point-budget';
import type { Clock } from '../../ports/ambient';
import { Failure } from '../../ports/failures';
import type { PointLedger } from '../../ports/point-ledger';

/** Where the spent points of each hour are kept between invocations. */
export interface SpentPoints {
  read(hour: number): Promise<number>;
  add(hour: number, points: number): Promise<void>;
}

/**
 * Meters every call before it is sent. After `open` the calls are held to the hourly budget as it was set then: one that would
 * exceed it is not sent. Without `open` (an administrator waits for the page) calls are counted but not held back.
 */
export class HourlyLedger implements PointLedger {
  private hour = 0;
  private spent = 0;
  private unsaved = 0;
  /** The most that calls under way can cost. */
  private held = 0;
  private pausedUntil = 0;
  /** Undefined: not held back. */
  private budget: number | undefined;
  private untaken = { requests: 0, points: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly readBudget: () => Promise<number>,
    private readonly store: SpentPoints,
  ) {}

  async open(): Promise<void> {
    this.hour = hourOf(this.clock.now());
    const [spent, budget] = await Promise.all([this.store.read(this.hour), this.readBudget()]);
    this.spent = spent;
    this.budget = budget;
  }

  allowMore(points: number): void {
    if (this.budget !== undefined) this.budget += points;
  }

  spentThisHour(): Promise<number> {
    return this.store.read(hourOf(this.clock.now()));
  }

  /**
   * Holds back the most that a call can cost until `spend` tells what it did cost. Throws `points-spent` when the budget does not
   * allow it. A call that can cost more than half the budget counts as half, and the first call of an hour always fits: a small
   * budget must not stop a large call for good. It is exceeded by one such call at most, because all of it is held back meanwhile.
   */
  reserve(worstCase: number): void {
    this.turnHour();
    const now = this.clock.now();
    if (this.budget !== undefined) {
      const used = this.spent + this.held;
      const fits = used === 0 || used + Math.min(worstCase, this.budget / 2) <= this.budget;
      const retryAt = fits ? this.pausedUntil : nextHour(now);
      if (now < retryAt) throw new Failure('points-spent', 'The hourly budget of Jira points is used up.', { retryAt });
    }
    this.held += worstCase;
  }

  /** Jira says that the points are used up, whatever was counted here: nothing is asked until then. */
  pauseUntil(at: Instant): void {
    this.pausedUntil = at;
  }

  /** What a call cost, and what was held back for it. */
  spend(points: number, reserved: number): void {
    this.held -= reserved;
    this.charge(1, points);
  }

  charge(requests: number, points: number): void {
    this.turnHour();
    this.spent += points;
    this.unsaved += points;
    this.untaken = { requests: this.untaken.requests + requests, points: this.untaken.points + points };
  }

  take(): { requests: number; points: number } {
    const taken = this.untaken;
    this.untaken = { requests: 0, points: 0 };
    return taken;
  }

  async save(): Promise<void> {
    if (this.unsaved === 0) return;
    const { hour, unsaved } = this;
    this.unsaved = 0;
    await this.store.add(hour, unsaved);
  }

  private turnHour(): void {
    const hour = hourOf(this.clock.now());
    if (hour === this.hour) return;
    this.hour = hour;
    this.spent = 0;
    this.unsaved = 0;
  }
}
