/** Days of which stamps still arrive: events come late by minutes, and are ignored after two days. */
const DAYS = 3;
/** Two groups a day of 50,000 people, in about 20 MB. */
const MOST = 100_000;

/** Stamps that this container knows to be there: the many events of one person and day cost nothing more. */
export class KnownStamps {
  private readonly days = new Map<string, Set<string>>();

  has(day: string, key: string): boolean {
    return this.days.get(day)?.has(key) ?? false;
  }

  add(day: string, key: string): void {
    const keys = this.days.get(day) ?? new Set();
    if (keys.size >= MOST) keys.clear();
    keys.add(key);
    this.days.set(day, keys);
    while (this.days.size > DAYS) this.days.delete([...this.days.keys()].sort()[0] ?? day);
  }
}
