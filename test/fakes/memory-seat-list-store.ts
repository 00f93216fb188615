import { packPart, packRefs } from '../../src/adapters/store/seat-list/pack-part';
import type { ListedSeat, SeatList } from '../../src/domain/seat-list/seat-list';
import type { SeatListPart, SeatListStore } from '../../src/ports/seat-list-store';
import { jsonCopy } from './json-copy';

const SEATS_TOGETHER = 3;

/** Parts of few seats, so that small lists have several. */
export class MemorySeatListStore implements SeatListStore {
  private readonly current = new Map<string, SeatList>();
  private readonly parts = new Map<string, SeatListPart>();
  private readonly refs = new Map<string, string>();

  async find(profileId: string): Promise<SeatList | undefined> {
    return Promise.resolve(jsonCopy(this.current.get(profileId)));
  }

  async write(listId: string, from: number, seats: readonly ListedSeat[]): Promise<number> {
    let next = from;
    for (let first = 0; first < seats.length; first += SEATS_TOGETHER, next += 1) {
      const together = seats.slice(first, first + SEATS_TOGETHER);
      this.parts.set(`${listId}/${next}`, jsonCopy(packPart(together)));
      this.refs.set(`${listId}/${next}`, packRefs(together));
    }
    return Promise.resolve(next);
  }

  async readPart(listId: string, part: number): Promise<SeatListPart | undefined> {
    return Promise.resolve(jsonCopy(this.parts.get(`${listId}/${part}`)));
  }

  async readRefs(listId: string, part: number): Promise<string | undefined> {
    return Promise.resolve(this.refs.get(`${listId}/${part}`));
  }

  async publish(list: SeatList): Promise<void> {
    this.current.set(list.profileId, jsonCopy(list));
    return Promise.resolve();
  }

  async unpublish(profileId: string): Promise<void> {
    this.current.delete(profileId);
    return Promise.resolve();
  }

  async sweep({ id, parts }: { readonly id: string; readonly parts: number }): Promise<void> {
    for (let part = 0; part < parts; part += 1) this.forget(`${id}/${part}`);
    return Promise.resolve();
  }

  async discard(listId: string): Promise<void> {
    for (const key of this.parts.keys()) if (key.startsWith(`${listId}/`)) this.forget(key);
    return Promise.resolve();
  }

  private forget(key: string): void {
    this.parts.delete(key);
    this.refs.delete(key);
  }

  /** The names of the lists of which parts are stored. */
  stored(): Set<string> {
    return new Set([...this.parts.keys()].map((key) => key.slice(0, key.lastIndexOf('/'))));
  }
}
