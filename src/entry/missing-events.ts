import type { MissingEvent } from '../domain/product-events/event-gap';
import type { Remembered } from '../ports/installation-memory';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';

/** A gap is known by its earliest moment: what is over this many adds little. */
const MOST = 100;

/** Missing events of one installation that could not even be noted. */
export class MissingEvents implements Remembered {
  private readonly events: MissingEvent[] = [];

  get size(): number {
    return this.events.length;
  }

  add(event: MissingEvent): void {
    this.events.push(event);
    this.events.sort((a, b) => a.at - b.at).splice(MOST);
  }

  /** Notes them; when that fails too, the installation's next event here tries again. */
  async note({ eventGaps, log }: Pick<Ports, 'eventGaps' | 'log'>): Promise<void> {
    try {
      for (let [next] = this.events; next !== undefined; [next] = this.events) {
        await eventGaps.note(next);
        log.error('product event lost', { noted: true });
        this.events.shift();
      }
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.error('product event lost', { noted: false });
    }
  }
}
