import type { SimulatedClock } from '../../core/clock';

/** How often something happened within the last while. */
export class RollingCount {
  private times: number[] = [];

  constructor(
    private readonly clock: SimulatedClock,
    private readonly lengthMs: number,
  ) {}

  /** Counts one more; answers how many there are now. */
  add(): number {
    const now = this.clock.now();
    this.times = this.times.filter((at) => at > now - this.lengthMs);
    return this.times.push(now);
  }
}
