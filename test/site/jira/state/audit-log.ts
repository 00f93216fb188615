import type { AuditRecord } from '../data/records';

export interface AuditEntry {
  readonly at: number;
  readonly record: AuditRecord;
}

/** The audit log, oldest first. The newest `id` is the highest, as Jira counts them. */
export class AuditLog {
  private readonly entries: AuditEntry[];
  private readonly loaded: number;
  private nextId: number;

  constructor(records: readonly AuditRecord[]) {
    this.entries = records.map((record) => ({ at: Date.parse(record.created), record })).sort((a, b) => a.at - b.at);
    this.loaded = this.entries.length;
    this.nextId = records.reduce((highest, { id }) => Math.max(highest, Number(id) || 0), 0) + 1;
  }

  get size(): number {
    return this.entries.length;
  }

  append(record: Omit<AuditRecord, 'kind' | 'id'>): void {
    const entry = { kind: 'audit', id: String(this.nextId), ...record } as const;
    this.entries.push({ at: Date.parse(record.created), record: entry });
    this.nextId += 1;
  }

  /** Entries of [from, until], oldest first. */
  between(from: number, until: number): AuditEntry[] {
    return this.entries.filter(({ at }) => at >= from && at <= until);
  }

  /** What was appended since the site started. */
  appended(): AuditRecord[] {
    return this.entries.slice(this.loaded).map(({ record }) => record);
  }

  restore(records: readonly AuditRecord[]): void {
    for (const { created, author, category, summary, object, group } of records)
      this.append({ created, author, category, summary, object, group });
  }
}
