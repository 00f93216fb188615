import { IndexView, type Place } from './index-view';
import { isLive, type Row } from './row';

/** The rows of the plain store, of the secrets, or of one entity, with their indexes. Reads by key are always current. */
export class Table {
  private readonly rows = new Map<string, Row>();
  private readonly views: ReadonlyMap<string, IndexView>;

  constructor(
    private readonly now: () => number,
    indexes: Readonly<Record<string, Place>> = {},
  ) {
    this.views = new Map(Object.entries(indexes).map(([name, place]) => [name, new IndexView(place)]));
  }

  get(key: string): Row | undefined {
    const row = this.rows.get(key);
    if (row === undefined || isLive(row, this.now())) return row;
    this.write(key, undefined);
    return undefined;
  }

  put(key: string, value: unknown, bytes: number, lifetimeMs: number | undefined): Row {
    const now = this.now();
    const createdAt = this.get(key)?.createdAt ?? now;
    const expiry = lifetimeMs === undefined ? {} : { expiresAt: now + lifetimeMs };
    const row = { value, bytes, createdAt, updatedAt: now, ...expiry };
    this.write(key, row);
    return row;
  }

  delete(key: string): void {
    if (this.rows.has(key)) this.write(key, undefined);
  }

  /** An index that has followed the writes up to `delayMs` ago. */
  index(name: string, delayMs: number): IndexView | undefined {
    const view = this.views.get(name);
    view?.catchUp(this.now() - delayMs);
    return view;
  }

  /** Every live row, in no order. */
  entries(): [string, Row][] {
    return [...this.rows].filter(([, row]) => isLive(row, this.now()));
  }

  load(entries: readonly [string, Row][]): void {
    for (const [key, row] of entries) this.write(key, row);
  }

  private write(key: string, row: Row | undefined): void {
    if (row === undefined) this.rows.delete(key);
    else this.rows.set(key, row);
    for (const view of this.views.values()) view.record(this.now(), key, row);
  }
}
