import { toIso } from '../../domain/instant';
import { labeled } from '../../domain/software-model';
import { done } from '../../usecases/outcome';
import { findSubscriptionTable, readSubscriptionBucket } from '../../usecases/read-subscriptions';
import { isoOrNull, subscriptionRow } from '../views';
import { mapOutcome, type Operations } from './operation';

export const subscriptionOperations: Operations<'getSubscriptionTable' | 'readSubscriptionBucket'> = {
  getSubscriptionTable: async ({ profileId }, _caller, ports) => {
    const [table, models] = await Promise.all([findSubscriptionTable(profileId, ports), ports.models.list()]);
    if (!table) return done(null);
    const { generation, coverage } = table;
    return done({
      generation: generation.id,
      buckets: generation.buckets,
      seats: generation.seats,
      people: generation.people,
      completedAt: toIso(generation.completedAt),
      roles: generation.roles.map(({ key, name }) => labeled({ key, name }, models)),
      groups: generation.groups,
      coverage: coverage
        ? {
            from: toIso(coverage.from),
            to: toIso(coverage.to),
            complete: coverage.gaps.length === 0,
            gaps: coverage.gaps,
            limits: coverage.limits ?? [],
            viewsFrom: isoOrNull(coverage.viewsFrom),
          }
        : null,
    });
  },
  readSubscriptionBucket: async (input, _caller, ports) => {
    const outcome = await readSubscriptionBucket(input, ports);
    const now = ports.clock.now();
    return mapOutcome(outcome, ({ generation, lines }) => ({
      rows: lines.map((line) => subscriptionRow(line, generation, now)),
    }));
  },
};
