import type { Person } from './person';
import type { Prng } from '../../core/prng';

const TRIES = 24;

/** Finds somebody who works at an instant; few people do most of the work. */
export class Workforce {
  private readonly from: Float64Array;
  private readonly until: Float64Array;
  /** Those who work to the very end: somebody always does. */
  private readonly steady: readonly number[];

  constructor(
    private readonly random: Prng,
    people: readonly Person[],
    now: number,
  ) {
    this.from = Float64Array.from(people, ({ joined }) => joined);
    this.until = Float64Array.from(people, ({ lastActive }) => lastActive ?? -1);
    this.steady = people.flatMap(({ lastActive = 0 }, index) => (lastActive > now - 14 * 86_400_000 ? [index] : []));
  }

  /** Index of a person who had joined and was still active then; -1 when nobody is found. */
  at(ms: number): number {
    const { random, from, until } = this;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const luck = random.next();
      const index = Math.floor(luck * luck * from.length);
      if ((from[index] ?? 0) <= ms && ms <= (until[index] ?? 0)) return index;
    }
    const index = this.steady.length === 0 ? -1 : random.pick(this.steady);
    return index >= 0 && (from[index] ?? 0) <= ms && ms <= (until[index] ?? 0) ? index : -1;
  }
}
