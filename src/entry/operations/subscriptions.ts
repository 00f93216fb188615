import { toIso } from '../../domain/instant';
import { labeled } from '../../domain/software-model';
import { done, refuse } from '../../usecases/outcome';
import { readListChanges, REPLACED } from '../../usecases/seat-list/read-list-changes';
import { readSeatBucket } from '../../usecases/seat-list/read-seat-bucket';
import { coverageView, seatRow, seatShapeView } from '../seat-list-views';
import { mapOutcome, type Operations } from './operation';

export const subscriptionOperations: Operations<
  | 'getSubscriptionTable'
  | 'readSubscriptionBucket'
  | 'readSubscriptionPart'
  | 'readSubscriptionRefs'
  | 'readSubscriptionChanges'
> = {
  getSubscriptionTable: async ({ profileId }, _caller, ports) => {
    const [list, models] = await Promise.all([ports.seatLists.find(profileId), ports.models.list()]);
    if (!list) return done(null);
    return done({
      generation: list.generation.id,
      buckets: list.generation.buckets,
      list: list.id,
      parts: list.parts,
      seats: list.seats,
      people: list.people,
      completedAt: toIso(list.completedAt),
      roles: list.roles.map(({ key, name }) => labeled({ key, name }, models)),
      groups: list.groups,
      coverage: list.coverage && coverageView(list.coverage),
    });
  },
  readSubscriptionBucket: async (input, _caller, ports) => {
    const now = ports.clock.now();
    return mapOutcome(await readSeatBucket(input, ports), (seats) => ({
      rows: seats.map((seat) => seatRow(seat, now)),
    }));
  },
  readSubscriptionPart: async ({ list, part }, _caller, ports) => {
    const stored = await ports.seatLists.readPart(list, part);
    if (!stored) return refuse('conflict', REPLACED);
    return done({ ...stored, shapes: stored.shapes.map(seatShapeView) });
  },
  readSubscriptionRefs: async ({ list, part }, _caller, ports) => {
    const refs = await ports.seatLists.readRefs(list, part);
    return refs === undefined ? refuse('conflict', REPLACED) : done({ refs });
  },
  readSubscriptionChanges: (input, _caller, ports) => readListChanges(input, ports),
};
