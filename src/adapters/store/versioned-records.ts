import { randomUUID } from 'node:crypto';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { z } from 'zod';
import { Failure, isFailure } from '../../ports/failures';
import { giveWay } from './give-way';
import { kvsCall } from './kvs-call';

/**
 * How every changeable record is stored: its revision as the condition of the next write, which write made it, the columns that
 * indexes need, the record.
 */
interface StoredRow {
  readonly revision: number;
  readonly writer: string;
  readonly record: unknown;
  readonly [column: string]: unknown;
}
const StoredRow = z.looseObject({
  revision: z.number().int(),
  writer: z.string().default(''),
  record: z.unknown(),
});

/** What a change is made from. */
export interface Known<Value> {
  readonly revision: number;
  readonly value: Value;
}

export interface Versioned<Value> extends Known<Value> {
  /** Tells one write from another that stored the same. */
  readonly writer: string;
}

/** Hears of every try which revision it is about to store. */
type Announce = (revision: number) => Promise<void>;

/** Tries of a change before it is given up: every one of them lost against another writer. */
const TRIES = 10;

/**
 * One custom entity of the manifest, holding records that several writers may change. A write names the revision it was made
 * from; it is a transaction with that revision as its condition. What the store answers to a lost condition is not documented, so
 * after any refusal the record itself is read again to find out.
 */
export class VersionedRecords<Value> {
  constructor(
    private readonly entityName: string,
    private readonly schema: z.ZodType<Value>,
    private readonly columnsOf: (value: Value) => Readonly<Record<string, unknown>> = () => ({}),
    /** The value in the form that the schema reads. */
    private readonly stored: (value: Value) => unknown = (value) => value,
  ) {}

  async find(key: string): Promise<Versioned<Value> | undefined> {
    const row = await kvsCall(() => kvs.entity<StoredRow>(this.entityName).get(key));
    return row === undefined ? undefined : this.decode(row);
  }

  /** False when the key is taken: then nothing was written. */
  async create(key: string, value: Value): Promise<boolean> {
    return this.attempt(key, this.encode(value, 1), (row) =>
      kvs.entity<StoredRow>(this.entityName).set(key, row, { keyPolicy: 'FAIL_IF_EXISTS' }),
    );
  }

  /** Writes over exactly `revision`; false when the record has another one by now. */
  async replace(key: string, value: Value, revision: number): Promise<boolean> {
    return this.attempt(key, this.encode(value, revision + 1), (row) =>
      kvs
        .transact()
        .set(key, row, {
          entityName: this.entityName,
          conditions: new Filter<StoredRow>().and('revision', FilterConditions.equalTo(revision)),
        })
        .execute(),
    );
  }

  /**
   * Applies `change` to what is there, again and again until no other writer came between. Answers what was stored. `known` is
   * what was read before, null that nothing was there: the first try is made from it.
   */
  async update(
    key: string,
    change: (value: Value | undefined) => Value,
    known?: Known<Value> | null,
    announce?: Announce,
  ): Promise<Value> {
    return (await this.updateFrom(key, change, known, announce)).value;
  }

  /** The same; answers what the next change can be made from without reading. */
  async updateFrom(
    key: string,
    change: (value: Value | undefined) => Value,
    known?: Known<Value> | null,
    announce: Announce = () => Promise.resolve(),
  ): Promise<Known<Value>> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = attempt === 0 && known !== undefined ? (known ?? undefined) : await this.find(key);
      const value = change(before?.value);
      await announce(before ? before.revision + 1 : 1);
      const stored = before ? await this.replace(key, value, before.revision) : await this.create(key, value);
      if (stored) return { revision: before ? before.revision + 1 : 1, value };
      await giveWay(attempt);
    }
    throw new Failure('store-conflict', 'A record is being changed by many at once.');
  }

  /** The row as an index query answers it. */
  decode(row: unknown): Versioned<Value> {
    const stored = StoredRow.safeParse(row);
    const value = this.schema.safeParse(stored.data?.record);
    if (!stored.success || !value.success) {
      throw new Failure(
        'store-unreadable',
        `A stored record (${this.entityName}) can’t be read by this version of the app.`,
      );
    }
    return { revision: stored.data.revision, writer: stored.data.writer, value: value.data };
  }

  encode(value: Value, revision: number): StoredRow {
    return { ...this.columnsOf(value), revision, writer: randomUUID(), record: this.stored(value) };
  }

  private async attempt(key: string, row: StoredRow, write: (row: StoredRow) => Promise<unknown>): Promise<boolean> {
    try {
      await kvsCall(() => write(row));
      return true;
    } catch (error) {
      if (!isFailure(error, 'store-unavailable', 'store-busy')) throw error;
      const now = await kvsCall(() => kvs.entity<StoredRow>(this.entityName).get(key));
      if (now?.writer === row.writer) return true; // only the answer was lost
      if (now !== undefined && now.revision >= row.revision) return false;
      throw error;
    }
  }
}
