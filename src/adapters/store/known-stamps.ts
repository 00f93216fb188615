import type { Remembered } from '../../ports/installation-memory';

/** Days of which stamps still arrive: events come late by minutes, and are ignored after two days. */
const DAYS = 3;
/** Two groups a day of 50,000 people, in about 20 MB. */
const MOST = 100_000;

/** Stamps that this process knows to be in the installation's store: the many events of one person and day cost nothing more. */
export class KnownStamps implements Remembered {
  private readonly days = new Map<string, Set<string>>();

  get size(): number {
    return [...this.days.values()].reduce((sum, { size }) => sum + size, 0);
  }

  has(day: string, key: string): boolean {
    return this.days.get(day)?.has(key) ?? false;
  }

  add(day: string, key: string): void {
    if (this.size >= MOST) this.days.clear();
    const keys = this.days.get(day) ?? new Set();
    keys.add(key);
    this.days.set(day, keys);
    while (this.days.size > DAYS) this.days.delete([...this.days.keys()].sort()[0] ?? day);
  }
}
