/** Finds the newest row of an issue by project and number. Small integer keys keep a million entries affordable. */
export class KeyIndex {
  private readonly own: Map<number, number>[] = [];
  private added = 0;

  constructor(private readonly base?: KeyIndex) {}

  get size(): number {
    return this.added + (this.base?.size ?? 0);
  }

  /** An index that continues from this one; the original must not change afterwards. */
  fork(): KeyIndex {
    return new KeyIndex(this);
  }

  find(project: number, number: number): number | undefined {
    return this.own[project]?.get(number) ?? this.base?.find(project, number);
  }

  set(project: number, number: number, row: number): void {
    if (this.find(project, number) === undefined) this.added += 1;
    let numbers = this.own[project];
    if (numbers === undefined) this.own[project] = numbers = new Map<number, number>();
    numbers.set(number, row);
  }
}
