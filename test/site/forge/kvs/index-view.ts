import { compareValues, type Bounds } from './condition';
import type { Row } from './row';
import { SortedList } from '../sorted-list';

/** A row's place in one index. */
export interface Entry {
  readonly partition: string;
  readonly value: unknown;
  readonly key: string;
  readonly row: Row;
}

/** Where a row stands in an index; undefined when it lacks the attributes. */
export type Place = (key: string, value: unknown) => { partition: string; value: unknown } | undefined;

export interface Scan {
  readonly partition: string;
  readonly bounds: Bounds;
  readonly descending: boolean;
  /** Continue behind this entry. */
  readonly after: { readonly value: unknown; readonly key: string } | undefined;
}

const MAX_PENDING = 1_000;
const LONGEST_DELAY_MS = 3_600_000;

const order = (a: Omit<Entry, 'row'>, b: Omit<Entry, 'row'>) =>
  compareValues(a.partition, b.partition) || compareValues(a.value, b.value) || compareValues(a.key, b.key);

/**
 * One index over a table. It follows writes only when told to, up to an instant: that is how queries can be eventually
 * consistent while reads by key never are.
 */
export class IndexView {
  private readonly sorted = new SortedList<Entry>(order);
  private readonly shown = new Map<string, Entry>();
  private pending: { at: number; key: string; row: Row | undefined }[] = [];

  constructor(private readonly place: Place) {}

  record(at: number, key: string, row: Row | undefined): void {
    this.pending.push({ at, key, row });
    const oldest = this.pending[0]?.at ?? at;
    // An index nobody queries must not grow without end.
    if (this.pending.length > MAX_PENDING && oldest <= at - LONGEST_DELAY_MS) this.catchUp(at - LONGEST_DELAY_MS);
  }

  /** Takes in the writes up to this instant. */
  catchUp(until: number): void {
    let done = 0;
    for (const { at, key, row } of this.pending) {
      if (at > until) break;
      this.show(key, row);
      done += 1;
    }
    if (done > 0) this.pending = this.pending.slice(done);
  }

  *scan({ partition, bounds, descending, after }: Scan): Generator<Entry> {
    const last = after === undefined ? undefined : { partition, ...after };
    const side = (entry: Entry) => compareValues(entry.partition, partition);
    const reached = (entry: Entry) => side(entry) > 0 || (side(entry) === 0 && bounds.reached(entry.value));
    const beyond = (entry: Entry) => side(entry) > 0 || (side(entry) === 0 && bounds.beyond(entry.value));
    const entries = descending
      ? this.sorted.descending((entry) => beyond(entry) || (last !== undefined && order(entry, last) >= 0))
      : this.sorted.ascending((entry) => reached(entry) && (last === undefined || order(entry, last) > 0));
    for (const entry of entries) {
      if (descending ? !reached(entry) : beyond(entry)) return;
      yield entry;
    }
  }

  private show(key: string, row: Row | undefined): void {
    const old = this.shown.get(key);
    if (old !== undefined) this.sorted.remove(old);
    this.shown.delete(key);
    const place = row === undefined ? undefined : this.place(key, row.value);
    if (row === undefined || place === undefined) return;
    const entry = { ...place, key, row };
    this.shown.set(key, entry);
    this.sorted.insert(entry);
  }
}
