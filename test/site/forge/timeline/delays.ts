import { Prng } from '../../core/prng';
import type { Switches } from '../../core/switches';

/** Share of what arrives almost at once, and soon; the rest takes up to the longest delay. */
const AT_ONCE = 0.6;
const SOON = 0.9;
const AT_ONCE_MS = 2_000;
const SOON_MS = 30_000;
/** Share of what is delivered twice. */
const DOUBLED = 0.05;
const TICK_DOUBLED = 0.1;
const TICK_COPY_MS = 60_000;

/** Draws when the platform delivers something and how often, the same for the same seed. */
export class Delays {
  private readonly random: Prng;

  constructor(
    seed: number,
    private readonly switches: Switches,
  ) {
    this.random = new Prng(seed);
  }

  /** Milliseconds until each delivery of one event; most often there is one. Not in order. */
  ofEvent(): number[] {
    const isDoubled = this.switches.get('eventsDoubled') && this.random.chance(DOUBLED);
    return isDoubled ? [this.eventDelay(), this.eventDelay()] : [this.eventDelay()];
  }

  /** Milliseconds after which a scheduled trigger fires a second time; undefined: it does not. */
  ofTickCopy(): number | undefined {
    if (!this.switches.get('ticksDoubled') || !this.random.chance(TICK_DOUBLED)) return undefined;
    return Math.floor(this.random.between(1_000, TICK_COPY_MS));
  }

  private eventDelay(): number {
    const longest = this.switches.get('eventDelay') * 1_000;
    const lot = this.random.next();
    const most = lot < AT_ONCE ? AT_ONCE_MS : lot < SOON ? SOON_MS : longest;
    return Math.floor(this.random.between(0, Math.min(most, longest)));
  }
}
