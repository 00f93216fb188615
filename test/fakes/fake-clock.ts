import type { Instant } from '../../src/domain/instant';
import type { Clock } from '../../src/ports/ambient';

/** Time that moves only when a test says so. */
export class FakeClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }

  /** An instant that is past already is ignored. */
  advanceTo(instant: Instant): void {
    this.instant = Math.max(this.instant, instant);
  }
}
