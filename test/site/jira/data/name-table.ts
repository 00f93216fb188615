/** Numbers for names that repeat (account ids, project keys). `null` is -1: nobody. */
export class NameTable {
  private indexes: Map<string, number>;

  constructor(private readonly names: string[] = []) {
    this.indexes = new Map(names.map((name, index) => [name, index]));
  }

  get size(): number {
    return this.names.length;
  }

  fork(): NameTable {
    return new NameTable([...this.names]);
  }

  /** The number of a name, a new one when it is new. */
  indexOf(name: string | null): number {
    if (name === null) return -1;
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    this.indexes.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  find(name: string): number | undefined {
    return this.indexes.get(name);
  }

  name(index: number): string | null {
    return this.names[index] ?? null;
  }

  all(): readonly string[] {
    return this.names;
  }
}
