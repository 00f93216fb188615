import { IndexView, type Place } from './index-view';
import { HotSpots } from './allowance';
import type { Row } from './row';

/** Times of a store, in milliseconds. */
export interface StoreTimes {
  readonly now: () => number;
  /** The clock that throughput is counted by. */
  readonly allowance: () => number;
  /** How long a row can still be read after it expired. */
  readonly expiredFor: () => number;
}

/** The rows of the plain store, of the secrets, or of one entity, with their indexes. Reads by key are always current. */
export class Table {
  private readonly rows = new Map<string, Row>();
  private readonly views: ReadonlyMap<string, IndexView>;
  readonly hotSpots: HotSpots;

  constructor(
    private readonly times: StoreTimes,
    indexes: Readonly<Record<string, Place>> = {},
  ) {
    this.hotSpots = new HotSpots(times.allowance);
    this.views = new Map(Object.entries(indexes).map(([name, place]) => [name, new IndexView(place)]));
  }

  get(key: string): Row | undefined {
    const row = this.rows.get(key);
    if (row === undefined || this.isReadable(row)) return row;
    this.write(key, undefined);
    return undefined;
  }

  /** Whether a row is there to be read: one that expired is removed only later. */
  isReadable({ expiresAt }: Row): boolean {
    return expiresAt === undefined || expiresAt + this.times.expiredFor() > this.times.now();
  }

  put(key: string, value: unknown, bytes: number, lifetimeMs: number | undefined): Row {
    const now = this.times.now();
    const createdAt = this.get(key)?.createdAt ?? now;
    const expiry = lifetimeMs === undefined ? {} : { expiresAt: now + lifetimeMs };
    const row = { value, bytes, createdAt, updatedAt: now, ...expiry };
    this.write(key, row);
    return row;
  }

  delete(key: string): void {
    if (this.rows.has(key)) this.write(key, undefined);
  }

  /** A declared index that has followed the writes up to `delayMs` ago. */
  index(name: string, delayMs: number): IndexView {
    const view = this.views.get(name);
    if (view === undefined) throw new Error(`There is no index ${name}.`);
    view.catchUp(this.times.now() - delayMs);
    return view;
  }

  /** Every readable row, in no order. */
  entries(): [string, Row][] {
    return [...this.rows].filter(([, row]) => this.isReadable(row));
  }

  load(entries: readonly [string, Row][]): void {
    for (const [key, row] of entries) this.write(key, row);
  }

  private write(key: string, row: Row | undefined): void {
    if (row === undefined) this.rows.delete(key);
    else this.rows.set(key, row);
    for (const view of this.views.values()) view.record(this.times.now(), key, row);
  }
}
