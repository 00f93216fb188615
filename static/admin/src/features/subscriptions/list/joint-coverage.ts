import type { SubscriptionTable } from '../../../../../../src/shared/contract';
import type { Source } from './seat';

/** What the activity of all sources is based on: the time that every one of them covers, with everybody's gaps. */
export function jointCoverage(sources: readonly Source[]): SubscriptionTable['coverage'] {
  const all = sources.map(({ table }) => table.coverage);
  const known = all.filter((each) => each !== null);
  const [first] = known;
  if (!first || known.length < all.length) return null;
  return known.reduce(
    (joint, { from, to, complete, gaps, limits, viewsFrom }) => ({
      from: later(from, joint.from),
      to: to < joint.to ? to : joint.to,
      complete: joint.complete && complete,
      gaps: [...new Set([...joint.gaps, ...gaps])],
      limits: [...joint.limits, ...limits.filter(({ text }) => joint.limits.every((known) => known.text !== text))],
      viewsFrom: joint.viewsFrom === null || viewsFrom === null ? null : later(joint.viewsFrom, viewsFrom),
    }),
    first,
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);
