import { Failure } from '../../src/ports/failures';
import { jsonCopy } from './json-copy';

interface Revisioned {
  readonly id: string;
  readonly revision: number;
}

/** Exclusion rules or software models. */
export class MemoryRevisionedList<Item extends Revisioned> {
  private readonly items = new Map<string, Item>();

  async list(): Promise<Item[]> {
    return Promise.resolve(jsonCopy([...this.items.values()]));
  }

  async save(item: Item): Promise<Item> {
    if ((this.items.get(item.id)?.revision ?? 0) !== item.revision) throw conflict();
    const next = { ...jsonCopy(item), revision: item.revision + 1 };
    this.items.set(item.id, next);
    return Promise.resolve(jsonCopy(next));
  }

  async delete({ id, revision }: Revisioned): Promise<void> {
    const stored = this.items.get(id);
    if (stored && stored.revision !== revision) throw conflict();
    this.items.delete(id);
    return Promise.resolve();
  }
}

const conflict = () => new Failure('store-conflict', 'The record was changed meanwhile.');
