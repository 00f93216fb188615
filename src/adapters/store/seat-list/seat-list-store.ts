import type { ListedSeat, SeatList } from '../../../domain/seat-list/seat-list';
import type { SeatListPart, SeatListStore } from '../../../ports/seat-list-store';
import { deflated } from '../deflated-values';
import { deleteValues, keysFrom, readValue, writeValue } from '../plain-values';
import { packPart } from './pack-part';
import { PartRecord, SeatListRecord } from './seat-list-schemas';

/** Seats that are packed together: about 150 KB, of which a page reads several side by side. */
const SEATS_TOGETHER = 5_000;
/** Bytes well under the store's largest value. */
const MOST_BYTES = 230_000;

/** `seat-list.<profile>` names the list that readers see; its parts are `seat-list-part.<list>.<n>`. */
export class KvsSeatListStore implements SeatListStore {
  find(profileId: string): Promise<SeatList | undefined> {
    return readValue(`seat-list.${profileId}`, SeatListRecord);
  }

  async write(listId: string, from: number, seats: readonly ListedSeat[]): Promise<number> {
    let next = from;
    for (const part of packed(seats)) {
      await writeValue(partKey(listId, next), { ...part, shapes: deflated(part.shapes) });
      next += 1;
    }
    return next;
  }

  readPart(listId: string, part: number): Promise<SeatListPart | undefined> {
    return readValue(partKey(listId, part), PartRecord);
  }

  publish(list: SeatList): Promise<void> {
    return writeValue(`seat-list.${list.profileId}`, { v: 1, ...list });
  }

  unpublish(profileId: string): Promise<void> {
    return deleteValues([`seat-list.${profileId}`]);
  }

  sweep({ id, parts }: { readonly id: string; readonly parts: number }): Promise<void> {
    return deleteValues(Array.from({ length: parts }, (_, part) => partKey(id, part)));
  }

  async discard(listId: string): Promise<void> {
    await deleteValues(await keysFrom(partKey(listId, '')));
  }
}

/** Cut until every part fits into a value. */
function packed(seats: readonly ListedSeat[]): SeatListPart[] {
  if (seats.length === 0) return [];
  if (seats.length <= SEATS_TOGETHER) {
    const part = packPart(seats);
    if (seats.length === 1 || Buffer.byteLength(JSON.stringify(part)) <= MOST_BYTES) return [part];
  }
  const middle = Math.ceil(seats.length / 2);
  return [...packed(seats.slice(0, middle)), ...packed(seats.slice(middle))];
}

function partKey(listId: string, part: number | ''): string {
  return `seat-list-part.${listId}.${part}`;
}
