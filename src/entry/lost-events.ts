import type { Instant } from '../domain/instant';
import type { Remembered } from '../ports/installation-memory';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';

/** Events of one installation that were lost while not even their loss could be noted. */
export class LostEvents implements Remembered {
  private earliest: Instant | undefined;

  get size(): number {
    return this.earliest === undefined ? 0 : 1;
  }

  add(at: Instant): void {
    this.earliest = Math.min(at, this.earliest ?? at);
  }

  /** Notes the day of the earliest as incomplete; when that fails too, the installation's next event here tries again. */
  async note({ stamps, log }: Pick<Ports, 'stamps' | 'log'>): Promise<void> {
    if (this.earliest === undefined) return;
    try {
      await stamps.markGap(this.earliest);
      log.error('product event lost', { noted: true });
      this.earliest = undefined;
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.error('product event lost', { noted: false });
    }
  }
}
