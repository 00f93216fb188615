import type { z } from 'zod';
import { Failure } from '../../ports/failures';
import { VersionedRecords } from './versioned-records';

interface Revisioned {
  readonly id: string;
  readonly revision: number;
}

/** A short list in one record, each item of which is changed on condition of its own revision. */
export class RevisionedList<Item extends Revisioned> {
  private readonly records: VersionedRecords<Item[]>;

  constructor(
    private readonly key: string,
    schema: z.ZodType<Item[]>,
    /** What the list was before it was first changed here. */
    private readonly origin: () => Promise<Item[]> = () => Promise.resolve([]),
  ) {
    this.records = new VersionedRecords('document', schema);
  }

  /** Oldest first. */
  async list(): Promise<Item[]> {
    return (await this.records.find(this.key))?.value ?? this.origin();
  }

  /** Adds (revision 0) or changes an item; answers it with its new revision. */
  async save(item: Item): Promise<Item> {
    const next = { ...item, revision: item.revision + 1 };
    const origin = await this.origin();
    await this.records.update(this.key, (items = origin) => {
      expectRevision(item, items);
      return item.revision === 0 ? [...items, next] : items.map((each) => (each.id === item.id ? next : each));
    });
    return next;
  }

  /** One that is gone already counts as deleted. */
  async delete(item: Revisioned): Promise<void> {
    await this.records.update(this.key, (items = []) => {
      if (items.some(({ id }) => id === item.id)) expectRevision(item, items);
      return items.filter(({ id }) => id !== item.id);
    });
  }
}

function expectRevision({ id, revision }: Revisioned, items: readonly Revisioned[]): void {
  const stored = items.find((item) => item.id === id)?.revision ?? 0;
  if (stored !== revision) throw new Failure('store-conflict', 'The record was changed meanwhile.');
}
