import { bytes, floats, integers, naturals } from './column';
import { NameTable } from './name-table';
import { EventTable } from './event-table';
import { KeyIndex } from './key-index';
import type { IssueRecord } from './records';
import { readIssue } from './read-issue';
import { appendEvents, latestEvent } from './write-events';

const HIDDEN = 1;
const UPDATED_GIVEN = 2;
/** The first issue id a site hands out. */
const FIRST_ISSUE_ID = 10_000;

/**
 * All issues of a site in columns: one row is one *version* of an issue. A change never edits a row, it appends the
 * issue's next version, so searches can be shown the recent past and indexes over old rows stay right.
 */
export class IssueTable {
  readonly projects: NameTable;
  readonly accounts: NameTable;
  readonly events: EventTable;
  private constructor(
    private readonly columns: ReturnType<typeof emptyColumns>,
    private readonly keys: KeyIndex,
    shared: { projects: NameTable; accounts: NameTable; events: EventTable },
  ) {
    ({ projects: this.projects, accounts: this.accounts, events: this.events } = shared);
  }

  static empty(): IssueTable {
    const shared = { projects: new NameTable(), accounts: new NameTable(), events: new EventTable() };
    return new IssueTable(emptyColumns(), new KeyIndex(), shared);
  }

  /** Rows, old versions included. */
  get rows(): number {
    return this.columns.created.length;
  }
  get issues(): number {
    return this.keys.size;
  }

  /** A table that continues from this one without changing it; columns are shared until one of them grows. */
  fork(): IssueTable {
    const { project, number, id, created, updated, creator, flags, firstEvent, eventCount } = this.columns;
    const columns: ReturnType<typeof emptyColumns> = {
      project: project.fork(),
      number: number.fork(),
      id: id.fork(),
      created: created.fork(),
      updated: updated.fork(),
      creator: creator.fork(),
      flags: flags.fork(),
      firstEvent: firstEvent.fork(),
      eventCount: eventCount.fork(),
    };
    const shared = { projects: this.projects.fork(), accounts: this.accounts.fork(), events: this.events.fork() };
    return new IssueTable(columns, this.keys.fork(), shared);
  }

  /** Appends an issue, or the next version of one that is there. Answers the new row. */
  append(record: IssueRecord): number {
    const number = Number(record.key.slice(record.key.lastIndexOf('-') + 1));
    const firstEvent = this.events.length;
    appendEvents(this.events, record, this.accounts);
    const row = this.open(record.project, number, Date.parse(record.created), this.accounts.indexOf(record.creator));
    const updated = record.updated === undefined ? latestEvent(record) : Date.parse(record.updated);
    this.close(row, firstEvent, updated, record.security === true, record.updated !== undefined);
    return row;
  }

  /** For the generator: starts a row whose events follow through `events`; `close` ends it. */
  open(project: string, number: number, created: number, creator: number): number {
    const row = this.rows;
    const projectIndex = this.projects.indexOf(project);
    const { columns } = this;
    const previous = this.keys.find(projectIndex, number);
    columns.project.push(projectIndex);
    columns.number.push(number);
    columns.id.push(previous === undefined ? FIRST_ISSUE_ID + this.keys.size : columns.id.get(previous));
    columns.created.push(created);
    columns.creator.push(creator);
    this.keys.set(projectIndex, number, row);
    return row;
  }

  close(row: number, firstEvent: number, updated: number, hidden: boolean, updatedGiven: boolean): void {
    if (row !== this.rows - 1) throw new Error('rows are closed in the order they were opened');
    const { columns } = this;
    columns.updated.push(updated);
    columns.flags.push((hidden ? HIDDEN : 0) | (updatedGiven ? UPDATED_GIVEN : 0));
    columns.firstEvent.push(firstEvent);
    columns.eventCount.push(this.events.length - firstEvent);
  }

  /** The newest row of an issue. */
  rowOfKey(key: string): number | undefined {
    const at = key.lastIndexOf('-');
    const project = this.projects.find(key.slice(0, at));
    return project === undefined ? undefined : this.keys.find(project, Number(key.slice(at + 1)));
  }

  key = (row: number): string => `${this.project(row)}-${this.columns.number.get(row)}`;
  project = (row: number): string => this.projects.name(this.columns.project.get(row)) ?? '';
  projectIndex = (row: number): number => this.columns.project.get(row);
  number = (row: number): number => this.columns.number.get(row);
  id = (row: number): number => this.columns.id.get(row);
  created = (row: number): number => this.columns.created.get(row);
  updated = (row: number): number => this.columns.updated.get(row);
  /** Index of the creator in `accounts`, -1 for nobody. */
  creator = (row: number): number => this.columns.creator.get(row);
  hidden = (row: number): boolean => (this.columns.flags.get(row) & HIDDEN) !== 0;
  updatedGiven = (row: number): boolean => (this.columns.flags.get(row) & UPDATED_GIVEN) !== 0;
  firstEvent = (row: number): number => this.columns.firstEvent.get(row);
  endEvent = (row: number): number => this.columns.firstEvent.get(row) + this.columns.eventCount.get(row);

  /** The row as a record of the data file. */
  record(row: number): IssueRecord {
    return readIssue(this, row);
  }
}

function emptyColumns() {
  return {
    project: integers(),
    number: naturals(),
    id: naturals(),
    created: floats(),
    updated: floats(),
    creator: integers(),
    flags: bytes(),
    firstEvent: naturals(),
    eventCount: naturals(),
  };
}
