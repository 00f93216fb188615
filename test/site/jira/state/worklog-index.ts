import { WORKLOG } from '../data/event-table';
import type { IssueTable } from '../data/issue-table';

export interface FoundWorklog {
  readonly row: number;
  readonly event: number;
}

/** All worklogs by when they last changed. Built when first asked and again after issues changed. */
export class WorklogIndex {
  private builtFor = -1;
  private sorted: readonly FoundWorklog[] = [];

  constructor(private readonly table: IssueTable) {}

  all(shown: (row: number) => boolean): FoundWorklog[] {
    return this.current().filter(({ row }) => shown(row));
  }

  /** The first worklogs that changed in [since, until], oldest change first. */
  changedBetween(since: number, until: number, most: number, shown: (row: number) => boolean): FoundWorklog[] {
    const worklogs = this.current();
    const { updated } = this.table.events;
    const found: FoundWorklog[] = [];
    for (let index = this.firstSince(since); index < worklogs.length && found.length < most; index += 1) {
      const worklog = worklogs[index] as FoundWorklog;
      if (updated(worklog.event) > until) break;
      if (shown(worklog.row)) found.push(worklog);
    }
    return found;
  }

  private firstSince(since: number): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.table.events.updated((this.sorted[middle] as FoundWorklog).event) < since) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private current(): readonly FoundWorklog[] {
    const { table } = this;
    if (this.builtFor === table.rows) return this.sorted;
    const found: FoundWorklog[] = [];
    for (let row = 0; row < table.rows; row += 1)
      for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1)
        if (table.events.kind(event) === WORKLOG) found.push({ row, event });
    this.sorted = found.sort((a, b) => table.events.updated(a.event) - table.events.updated(b.event));
    this.builtFor = table.rows;
    return this.sorted;
  }
}
