import { toIso } from '../../domain/instant';
import { labeled } from '../../domain/software-model';
import { done, refuse } from '../../usecases/outcome';
import { readListChanges, REPLACED } from '../../usecases/seat-list/read-list-changes';
import { coverageView, seatShapeView } from '../seat-list-views';
import type { Operations } from './operation';

export const subscriptionOperations: Operations<
  'getSubscriptionTable' | 'readSubscriptionPart' | 'readSubscriptionChanges'
> = {
  getSubscriptionTable: async ({ profileId }, _caller, ports) => {
    const [list, models] = await Promise.all([ports.seatLists.find(profileId), ports.models.list()]);
    if (!list) return done(null);
    return done({
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
  readSubscriptionPart: async ({ list, part }, _caller, ports) => {
    const stored = await ports.seatLists.readPart(list, part);
    if (!stored) return refuse('conflict', REPLACED);
    return done({ ...stored, shapes: stored.shapes.map(seatShapeView) });
  },
  readSubscriptionChanges: (input, _caller, ports) => readListChanges(input, ports),
};
