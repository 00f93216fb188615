type NumberArray = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A growable column of numbers. A million issues with their events fit in a few hundred megabytes this way. */
export class Column<Values extends NumberArray> {
  length = 0;
  private shared = false;

  constructor(
    private readonly create: (size: number) => Values,
    private values: Values = create(16),
  ) {}

  get(index: number): number {
    return this.values[index] as number;
  }

  push(value: number): void {
    if (this.shared || this.length === this.values.length) this.reallocate();
    this.values[this.length] = value;
    this.length += 1;
  }

  /** A column that continues from here on its own; neither sees what the other appends. */
  fork(): Column<Values> {
    const copy = new Column(this.create, this.values);
    copy.length = this.length;
    copy.shared = true;
    this.shared = true;
    return copy;
  }

  /** The filled part, for sorting and searching; not to be written to. */
  filled(): Values {
    return this.values.subarray(0, this.length) as Values;
  }

  private reallocate(): void {
    const grown = this.create(Math.max(16, this.length * 2));
    grown.set(this.filled());
    this.values = grown;
    this.shared = false;
  }
}

export const floats = (): Column<Float64Array> => new Column((size) => new Float64Array(size));
export const integers = (): Column<Int32Array> => new Column((size) => new Int32Array(size));
export const naturals = (): Column<Uint32Array> => new Column((size) => new Uint32Array(size));
export const bytes = (): Column<Uint8Array> => new Column((size) => new Uint8Array(size));
