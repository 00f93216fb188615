import type { SimulatedClock } from '../../core/clock';
import type { Switches } from '../../core/switches';

const HOUR = 3_600_000;

/** The app's hourly points: filled again at the top of each UTC hour of simulated time. */
export class PointPool {
  private hour = 0;
  private used = 0;

  constructor(
    private readonly clock: SimulatedClock,
    private readonly switches: Switches,
  ) {}

  get limit(): number {
    return this.switches.get('pointsPerHour');
  }
  usedThisHour(): number {
    this.turn();
    return this.used;
  }
  isEmpty(): boolean {
    return this.usedThisHour() >= this.limit;
  }
  charge(points: number): void {
    this.turn();
    this.used += points;
  }
  /** When the pool is full again. */
  resetsAt(): number {
    return (Math.floor(this.clock.now() / HOUR) + 1) * HOUR;
  }

  state(): { hour: number; used: number } {
    return { hour: this.hour, used: this.used };
  }
  restore(state: { hour: number; used: number }): void {
    ({ hour: this.hour, used: this.used } = state);
  }

  private turn(): void {
    const hour = Math.floor(this.clock.now() / HOUR);
    if (hour !== this.hour) this.used = 0;
    this.hour = hour;
  }
}
