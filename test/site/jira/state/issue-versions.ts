import type { IssueRecord } from '../data/records';
import type { IssueTable } from '../data/issue-table';

/** The site's issues with their recent past: which row of an issue was the newest at which instant. */
export class IssueVersions {
  readonly table: IssueTable;
  /** Rows at least this high were added while the site ran. */
  readonly loadedRows: number;
  private readonly bornAt = new Map<number, number>();
  private readonly replacedAt = new Map<number, number>();
  private readonly journal: { at: number; record: IssueRecord }[] = [];

  constructor(loaded: IssueTable) {
    this.table = loaded.fork();
    this.loadedRows = loaded.rows;
  }

  /** Writes an issue's next version. */
  put(record: IssueRecord, at: number): number {
    const previous = this.table.rowOfKey(record.key);
    const row = this.table.append(record);
    if (previous !== undefined) this.replacedAt.set(previous, at);
    this.bornAt.set(row, at);
    this.journal.push({ at, record });
    return row;
  }

  isCurrent(row: number): boolean {
    return !this.replacedAt.has(row);
  }

  /** Whether this row was its issue's newest version at an instant. */
  isVisible(row: number, asOf: number): boolean {
    if (row >= this.loadedRows && (this.bornAt.get(row) ?? 0) > asOf) return false;
    const replaced = this.replacedAt.get(row);
    return replaced === undefined || replaced > asOf;
  }

  rowOfId(id: number): number | undefined {
    if (!Number.isInteger(id) || id < this.table.id(0)) return undefined;
    const first = id - this.table.id(0);
    if (first < this.loadedRows && this.table.id(first) === id) return this.table.rowOfKey(this.table.key(first));
    for (let row = this.table.rows - 1; row >= this.loadedRows; row -= 1) if (this.table.id(row) === id) return row;
    return undefined;
  }

  /** The newest row of the issue with this key or id. */
  find(idOrKey: string): number | undefined {
    return /^\d+$/.test(idOrKey) ? this.rowOfId(Number(idOrKey)) : this.table.rowOfKey(idOrKey.toUpperCase());
  }

  changes(): readonly { at: number; record: IssueRecord }[] {
    return this.journal;
  }
}
