import { call } from '../../../api/call';
import { readBuckets } from '../../../api/read-buckets';
import type { Seat } from '../list/seat';
import { unpackRefs } from '../list/unpack-part';

/** The work item or audit record behind a seat's activity; null where that is not known. */
export type RefOf = (seat: Seat) => string | null;

export const NO_REFS: RefOf = () => null;

/** Reads what files name of these seats: lists on screen do without it. Throws a CallFailure. */
export async function readRefs(seats: readonly Seat[]): Promise<RefOf> {
  const wanted = [...new Map(seats.map((seat) => [partOf(seat), seat])).entries()];
  const read = await readBuckets(wanted.length, async (n) => {
    const [, seat] = wanted[n] ?? [];
    if (!seat) return [];
    return unpackRefs(await call('readSubscriptionRefs', { list: seat.source.table.list, part: seat.part }));
  });
  const refs = new Map(wanted.map(([part], n) => [part, read[n]]));
  return (seat) => refs.get(partOf(seat))?.[seat.place] || null;
}

function partOf({ source, part }: Seat): string {
  return `${source.table.list} ${part}`;
}
