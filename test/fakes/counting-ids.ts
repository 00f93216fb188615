import type { Ids } from '../../src/ports/ambient';

/** Identifiers in a row: a run of a test can be repeated. */
export class CountingIds implements Ids {
  private last = 0;

  next(): string {
    this.last += 1;
    return `id-${String(this.last).padStart(8, '0')}`;
  }
}
