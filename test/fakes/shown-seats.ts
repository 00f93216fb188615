import { seatShapeView } from '../../src/entry/seat-list-views';
import type { SubscriptionRow } from '../../src/shared/contract';
import type { Ports } from '../../src/ports/ports';
import { readListChanges } from '../../src/usecases/seat-list/read-list-changes';
import { asOfNow, gatherChanges } from '../../static/admin/src/features/subscriptions/list/list-changes';
import { unpackPart, unpackRefs } from '../../static/admin/src/features/subscriptions/list/unpack-part';

/** The list of subscriptions as a page shows it at this moment. */
export async function shownSeats(
  ports: Pick<Ports, 'seatLists' | 'candidates' | 'exclusions'>,
  profileId: string,
  now: number,
): Promise<(SubscriptionRow & { readonly ref: string | null })[]> {
  const list = await ports.seatLists.find(profileId);
  if (!list) return [];
  const changes = await gatherChanges(async (from) => {
    const outcome = await readListChanges({ profileId, list: list.id, from }, ports);
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.value;
  });
  const rows: (SubscriptionRow & { readonly ref: string | null })[] = [];
  for (let part = 0; part < list.parts; part += 1) {
    const stored = await ports.seatLists.readPart(list.id, part);
    const refs = await unpackRefs({ refs: (await ports.seatLists.readRefs(list.id, part)) ?? '' });
    if (!stored) throw new Error(`Part ${part} of the list is missing`);
    const seats = await unpackPart({ ...stored, shapes: stored.shapes.map(seatShapeView) }, now);
    rows.push(...seats.map((seat, n) => ({ ...asOfNow(seat, list.roles, changes), ref: refs[n] || null })));
  }
  return rows;
}
