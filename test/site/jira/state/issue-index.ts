import type { IssueTable } from '../data/issue-table';
import { eachUpdate, eachWorklog, PersonIndex } from './person-index';
import { END_OF_TIME, MOST_ROWS, TimeIndex } from './time-index';

/** Once this many rows were added since the indexes were built, they are built again. */
const REBUILD_AFTER = 5_000;

/** Finds rows that may match, fast at a million issues. Answers are supersets; newer rows are always part of them. */
export class IssueIndex {
  private built = 0;
  private readonly made = new Map<string, unknown>();

  constructor(private readonly table: IssueTable) {}

  updatedBetween(from: number, until: number): Uint32Array {
    return this.withNewer(this.times('updated', this.table.updated).rows(from, until));
  }
  createdBetween(from: number, until: number): Uint32Array {
    return this.withNewer(this.times('created', this.table.created).rows(from, until));
  }
  /** Rows the person created, changed or commented on, or whose comment they edited. */
  updatedBy(person: number, from: number, until: number): Uint32Array {
    return this.withNewer(this.people('updates', eachUpdate).rows(person, from, until));
  }
  workloggedBy(person: number): Uint32Array {
    return this.withNewer(this.people('worklogs', eachWorklog).rows(person, 0, END_OF_TIME));
  }
  inProject(project: number): Uint32Array {
    const rows = this.once('projects', () => byProject(this.table, this.built));
    return this.withNewer(rows[project] ?? new Uint32Array());
  }

  private times(name: string, timeOf: (row: number) => number): TimeIndex {
    return this.once(name, () => {
      const packed = new Float64Array(this.built);
      for (let row = 0; row < this.built; row += 1) packed[row] = TimeIndex.entry(timeOf(row), row, this.epoch());
      return TimeIndex.of(packed, this.epoch());
    });
  }

  private people(name: string, walk: typeof eachUpdate): PersonIndex {
    return this.once(name, () => PersonIndex.of(this.table, this.built, this.epoch(), walk));
  }

  /** No time of the table is before this one. */
  private epoch(): number {
    return this.once('epoch', () => {
      let first = Number.MAX_SAFE_INTEGER;
      for (let row = 0; row < this.built; row += 1)
        first = Math.min(first, this.table.created(row), this.table.updated(row));
      const { events } = this.table;
      for (let event = 0; event < events.length; event += 1)
        first = Math.min(first, events.created(event), events.updated(event), events.started(event));
      return first;
    });
  }

  private once<Made>(name: string, make: () => Made): Made {
    if (this.made.size === 0 || this.table.rows - this.built > REBUILD_AFTER) this.start();
    const known = this.made.get(name);
    if (known !== undefined) return known as Made;
    const made = make();
    this.made.set(name, made);
    return made;
  }

  private start(): void {
    this.made.clear();
    this.built = this.table.rows;
    if (this.built > MOST_ROWS) throw new Error(`more than ${MOST_ROWS} issues are not supported`);
    this.made.set('rows', this.built);
  }

  private withNewer(rows: Uint32Array): Uint32Array {
    const newer = this.table.rows - this.built;
    if (newer === 0) return rows;
    const all = new Uint32Array(rows.length + newer);
    all.set(rows);
    for (let index = 0; index < newer; index += 1) all[rows.length + index] = this.built + index;
    return all;
  }
}

function byProject(table: IssueTable, rows: number): Uint32Array[] {
  const sizes = new Array<number>(table.projects.size).fill(0);
  for (let row = 0; row < rows; row += 1) sizes[table.projectIndex(row)] = (sizes[table.projectIndex(row)] ?? 0) + 1;
  const lists = sizes.map((size) => new Uint32Array(size));
  const next = new Array<number>(sizes.length).fill(0);
  for (let row = 0; row < rows; row += 1) {
    const project = table.projectIndex(row);
    const slot = next[project] ?? 0;
    (lists[project] as Uint32Array)[slot] = row;
    next[project] = slot + 1;
  }
  return lists;
}
