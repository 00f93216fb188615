/** Most rows that fit beside a second in one exactly representable number. */
export const MOST_ROWS = 2 ** 22;
const SLOTS = MOST_ROWS;
const SECOND = 1000;

/** Later than anything that happens on a site. */
export const END_OF_TIME = Date.UTC(2096, 0, 1);

/** Packs a second and a row into one exactly representable number, so that plain numeric sorting orders by time. */
const pack = (ms: number, row: number, epoch: number): number => Math.floor((ms - epoch) / SECOND) * SLOTS + row;

/** Rows by time, to the second: answers supersets that the caller filters exactly. */
export class TimeIndex {
  private constructor(
    private readonly packed: Float64Array,
    private readonly epoch: number,
  ) {}

  /** Sorts the entries; `packed` as made by `TimeIndex.entry`. */
  static of(packed: Float64Array, epoch: number): TimeIndex {
    return new TimeIndex(packed.sort(), epoch);
  }

  static entry(ms: number, row: number, epoch: number): number {
    return pack(ms, row, epoch);
  }

  /** Rows with an entry in [from, until], to the second; a row can come more than once. */
  rows(from: number, until: number): Uint32Array {
    const start = this.lowerBound(pack(Math.max(from, this.epoch), 0, this.epoch));
    const end = until < this.epoch ? start : this.lowerBound(pack(until, 0, this.epoch) + SLOTS);
    const rows = new Uint32Array(Math.max(0, end - start));
    for (let index = start; index < end; index += 1) rows[index - start] = (this.packed[index] as number) % SLOTS;
    return rows;
  }

  private lowerBound(value: number): number {
    let [low, high] = [0, this.packed.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.packed[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
