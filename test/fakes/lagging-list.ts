/** How late a query sees what was written: reads by key never lag, lists may. */
export class Lag {
  private hidden = new Set<string>();
  /** While true, new keys are not yet listed. */
  active = false;

  wrote(key: string): void {
    if (this.active) this.hidden.add(key);
  }

  catchUp(): void {
    this.hidden = new Set();
  }

  isListed(key: string): boolean {
    return !this.hidden.has(key);
  }
}

/** One page of a list that is walked by number of rows. */
export function pageOf<Row>(all: readonly Row[], cursor: string | undefined, size: number) {
  const start = Number(cursor ?? 0);
  const rows = all.slice(start, start + size);
  const end = start + rows.length;
  return end < all.length ? { rows, cursor: String(end) } : { rows };
}
