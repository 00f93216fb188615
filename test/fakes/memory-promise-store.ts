import type { SeatPromise } from '../../src/domain/promises/seat-promise';
import type { PromiseStore } from '../../src/ports/promise-store';
import { jsonCopy } from './json-copy';

type Seat = Pick<SeatPromise, 'accountId' | 'roleKey'>;

export class MemoryPromiseStore implements PromiseStore {
  private readonly promises = new Map<string, SeatPromise>();

  find(seat: Seat): Promise<SeatPromise | undefined> {
    const found = this.promises.get(keyOf(seat));
    return Promise.resolve(found && jsonCopy(found));
  }

  list(): Promise<SeatPromise[]> {
    return Promise.resolve(jsonCopy([...this.promises.values()]));
  }

  save(promise: SeatPromise): Promise<void> {
    this.promises.set(keyOf(promise), jsonCopy(promise));
    return Promise.resolve();
  }

  remove(seat: Seat): Promise<void> {
    this.promises.delete(keyOf(seat));
    return Promise.resolve();
  }
}

const keyOf = ({ accountId, roleKey }: Seat) => JSON.stringify([accountId, roleKey]);
