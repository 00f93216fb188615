import type { SimulatedClock } from '../../core/clock';
import type { Switches } from '../../core/switches';
import type { AppPoints } from './app-points';

const HOUR = 3_600_000;

/** The app's hourly points as one site sees them: filled again at the top of each UTC hour of its simulated time. */
export class PointPool {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly switches: Switches,
    private readonly points: AppPoints,
  ) {}

  get limit(): number {
    return this.switches.get('pointsPerHour');
  }
  usedThisHour(): number {
    return this.points.spentIn(this.hour());
  }
  isEmpty(): boolean {
    return this.usedThisHour() >= this.limit;
  }
  charge(points: number): void {
    this.points.spend(this.hour(), points);
  }
  /** When the pool is full again. */
  resetsAt(): number {
    return (this.hour() + 1) * HOUR;
  }

  state(): { hour: number; used: number } {
    return { hour: this.hour(), used: this.usedThisHour() };
  }
  /** What is spent is never less than another site knows already. */
  restore({ hour, used }: { hour: number; used: number }): void {
    this.points.spend(hour, Math.max(0, used - this.points.spentIn(hour)));
  }

  private hour(): number {
    return Math.floor(this.clock.now() / HOUR);
  }
}
