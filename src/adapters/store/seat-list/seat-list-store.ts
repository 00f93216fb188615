import type { ListedSeat, SeatList } from '../../../domain/seat-list/seat-list';
import type { SeatListPart, SeatListStore } from '../../../ports/seat-list-store';
import { deflated } from '../deflated-values';
import { deleteValues, keysFrom, readValue, writeValue } from '../plain-values';
import { packPart, packRefs } from './pack-part';
import { PartRecord, RefsRecord, SeatListRecord } from './seat-list-schemas';

/** Seats that are packed together: about 150 KB, of which a page reads several side by side. */
const SEATS_TOGETHER = 5_000;
/** Bytes well under the store's largest value. */
const MOST_BYTES = 230_000;

/** `seat-list.<profile>` names the list that readers see; its parts are `seat-list-part.<list>.<n>`, beside each `seat-list-refs.<list>.<n>`. */
export class KvsSeatListStore implements SeatListStore {
  find(profileId: string): Promise<SeatList | undefined> {
    return readValue(`seat-list.${profileId}`, SeatListRecord);
  }

  async write(listId: string, from: number, seats: readonly ListedSeat[]): Promise<number> {
    let next = from;
    for (const { part, refs } of packed(seats)) {
      await writeValue(refsKey(listId, next), { refs });
      await writeValue(partKey(listId, next), { ...part, shapes: deflated(part.shapes) });
      next += 1;
    }
    return next;
  }

  readPart(listId: string, part: number): Promise<SeatListPart | undefined> {
    return readValue(partKey(listId, part), PartRecord);
  }

  readRefs(listId: string, part: number): Promise<string | undefined> {
    return readValue(refsKey(listId, part), RefsRecord);
  }

  publish(list: SeatList): Promise<void> {
    return writeValue(`seat-list.${list.profileId}`, { v: 1, ...list });
  }

  unpublish(profileId: string): Promise<void> {
    return deleteValues([`seat-list.${profileId}`]);
  }

  sweep({ id, parts }: { readonly id: string; readonly parts: number }): Promise<void> {
    const numbers = [...Array(parts).keys()];
    return deleteValues(numbers.flatMap((part) => [partKey(id, part), refsKey(id, part)]));
  }

  async discard(listId: string): Promise<void> {
    for (const prefix of [partKey(listId, ''), refsKey(listId, '')]) await deleteValues(await keysFrom(prefix));
  }
}

/** Cut until every part fits into a value. */
function packed(seats: readonly ListedSeat[]): { readonly part: SeatListPart; readonly refs: string }[] {
  if (seats.length === 0) return [];
  if (seats.length <= SEATS_TOGETHER) {
    const part = packPart(seats);
    if (seats.length === 1 || Buffer.byteLength(JSON.stringify(part)) <= MOST_BYTES)
      return [{ part, refs: packRefs(seats) }];
  }
  const middle = Math.ceil(seats.length / 2);
  return [...packed(seats.slice(0, middle)), ...packed(seats.slice(middle))];
}

function partKey(listId: string, part: number | ''): string {
  return `seat-list-part.${listId}.${part}`;
}

function refsKey(listId: string, part: number | ''): string {
  return `seat-list-refs.${listId}.${part}`;
}
