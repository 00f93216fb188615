import { readAlone, readBatch, type StoredKey } from './batches';

/** Values of one request: so many of the largest that the store takes still fit into an answer. */
const TOGETHER = 16;

interface Wanted {
  readonly item: StoredKey;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads that are asked for in the same turn go to the store as one request: tables are read many buckets at a time, and every
 * request costs. Not for records that decide a race: whether a batch may lag behind a write is not documented.
 */
export class CoalescedReads {
  private waiting: Wanted[] = [];

  /** The value, or undefined where there is none. */
  read(item: StoredKey): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ item, resolve, reject });
    });
  }

  private flush(): void {
    const all = this.waiting;
    this.waiting = [];
    for (let i = 0; i < all.length; i += TOGETHER) {
      const wanted = all.slice(i, i + TOGETHER);
      readTogether(wanted).catch((error: unknown) => wanted.forEach(({ reject }) => reject(error)));
    }
  }
}

async function readTogether(wanted: readonly Wanted[]): Promise<void> {
  const [first] = wanted;
  if (first && wanted.length === 1) {
    first.resolve(await readAlone(first.item));
    return;
  }
  const items = new Map(wanted.map(({ item }) => [nameOf(item), item]));
  const found = await readBatch([...items.values()]);
  const values = new Map(found.map((row) => [nameOf(row), row.value]));
  for (const { item, resolve } of wanted) resolve(values.get(nameOf(item)));
}

function nameOf({ key, entityName }: StoredKey): string {
  return `${entityName ?? ''} ${key}`;
}
