import { COMMENT, WORKLOG } from '../data/event-table';
import type { IssueTable } from '../data/issue-table';
import { TimeIndex } from './time-index';

type Visit = (person: number, ms: number, row: number) => void;

/** Who touched which issue when: one time index per person, all in one allocation. */
export class PersonIndex {
  private constructor(
    private readonly offsets: Uint32Array,
    private readonly packed: Float64Array,
    private readonly epoch: number,
  ) {}

  static of(table: IssueTable, rows: number, epoch: number, walk: typeof eachUpdate): PersonIndex {
    const offsets = new Uint32Array(table.accounts.size + 1);
    walk(table, rows, (person) => (offsets[person + 1] = (offsets[person + 1] ?? 0) + 1));
    for (let person = 1; person < offsets.length; person += 1)
      offsets[person] = (offsets[person] ?? 0) + (offsets[person - 1] ?? 0);
    const next = offsets.slice();
    const packed = new Float64Array(offsets[offsets.length - 1] ?? 0);
    walk(table, rows, (person, ms, row) => {
      const slot = next[person] ?? 0;
      packed[slot] = TimeIndex.entry(ms, row, epoch);
      next[person] = slot + 1;
    });
    return new PersonIndex(offsets, packed, epoch);
  }

  /** Rows the person touched in [from, until], to the second. */
  rows(person: number, from: number, until: number): Uint32Array {
    const own = this.packed.subarray(this.offsets[person] ?? 0, this.offsets[person + 1] ?? 0);
    return TimeIndex.of(own, this.epoch).rows(from, until);
  }
}

/** Everything `updatedBy()` counts: creation, changes, comments and the last edit of a comment. */
export function eachUpdate(table: IssueTable, rows: number, visit: Visit): void {
  const { events } = table;
  for (let row = 0; row < rows; row += 1) {
    if (table.creator(row) >= 0) visit(table.creator(row), table.created(row), row);
    for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1) {
      const kind = events.kind(event);
      if (kind === WORKLOG) continue;
      if (events.author(event) >= 0) visit(events.author(event), events.created(event), row);
      if (kind === COMMENT && events.updated(event) > events.created(event) && events.editor(event) >= 0)
        visit(events.editor(event), events.updated(event), row);
    }
  }
}

/** Worklogs by author and the time the work started. */
export function eachWorklog(table: IssueTable, rows: number, visit: Visit): void {
  const { events } = table;
  for (let row = 0; row < rows; row += 1)
    for (let event = table.firstEvent(row); event < table.endEvent(row); event += 1)
      if (events.kind(event) === WORKLOG && events.author(event) >= 0)
        visit(events.author(event), events.started(event), row);
}
