import type { ProfileId } from '../domain/identifiers';
import type { SeatShape } from '../domain/seat-list/seat-columns';
import type { ListedSeat, SeatList } from '../domain/seat-list/seat-list';

/** One stored part of a list. */
export interface SeatListPart {
  readonly shapes: readonly SeatShape[];
  /** What the account ids have beyond their form, one a line, deflated (zlib), in base64. */
  readonly accounts: string;
  /** `SeatColumns` as JSON, deflated (zlib), in base64: whoever shows the list unpacks it. */
  readonly columns: string;
}

/** Lists of seats: parts that never change behind one pointer for each profile. Every method throws a Failure. */
export interface SeatListStore {
  find(profileId: ProfileId): Promise<SeatList | undefined>;
  /** Stores seats as parts from this number on, as many as they need, and answers the number of the next part. */
  write(listId: string, from: number, seats: readonly ListedSeat[]): Promise<number>;
  /** Undefined: the list was replaced and is gone. */
  readPart(listId: string, part: number): Promise<SeatListPart | undefined>;
  /** What files name of a part's seats: their `refsOf` as JSON, deflated (zlib), in base64. Undefined: as above. */
  readRefs(listId: string, part: number): Promise<string | undefined>;
  /** Makes a list the current one of its profile. */
  publish(list: SeatList): Promise<void>;
  unpublish(profileId: ProfileId): Promise<void>;
  /** Deletes the parts of a list that nobody reads any more. */
  sweep(list: { readonly id: string; readonly parts: number }): Promise<void>;
  /** Deletes all parts of a list that never became current, however many there are. */
  discard(listId: string): Promise<void>;
}
