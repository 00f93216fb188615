import type { SubscriptionTable } from '../../../../../../src/shared/contract';
import type { Source } from './seat';

/** What the activity of all sources is based on: the time that every one of them covers, with everybody's gaps. */
export function jointCoverage(sources: readonly Source[]): SubscriptionTable['coverage'] {
  const all = sources.map(({ table }) => table.coverage);
  const known = all.filter((each) => each !== null);
  const [first] = known;
  if (!first || known.length < all.length) return null;
  return known.reduce(
    (joint, { from, to, complete, gaps }) => ({
      from: from > joint.from ? from : joint.from,
      to: to < joint.to ? to : joint.to,
      complete: joint.complete && complete,
      gaps: [...new Set([...joint.gaps, ...gaps])],
    }),
    first,
  );
}
