/** A small seeded generator of pseudo-random numbers (sfc32): the same seed always gives the same numbers. */
export class Prng {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c = 0xb7e15162;
  private d: number;

  constructor(seed: number) {
    this.d = (seed ^ 0xdeadbeef) | 0;
    for (let round = 0; round < 16; round += 1) this.next();
  }

  /** In [0, 1). */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }
  between(from: number, until: number): number {
    return from + this.next() * (until - from);
  }
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
  /** Exponentially distributed: mostly small, sometimes large. */
  decaying(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
  /** How often something happens that goes on with this chance each time. */
  repeats(chance: number, most: number): number {
    let count = 0;
    while (count < most && this.chance(chance)) count += 1;
    return count;
  }
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.below(16).toString(16);
    return text;
  }
  uuid(): string {
    const variant = (8 + this.below(4)).toString(16);
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }
}
