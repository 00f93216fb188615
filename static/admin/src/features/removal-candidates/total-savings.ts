import type { CandidateRow, RoleKey, Savings } from '../../../../../src/shared/contract';

/** What one seat of an application costs a month, where that is known. */
export type CostOf = (roleKey: RoleKey) => Savings | undefined;

/**
 * What all these seats cost a month. Undefined where a price is not known or currencies differ: half a sum would look like the
 * whole.
 */
export function savingsOf(rows: readonly CandidateRow[], costOf: CostOf): Savings | undefined {
  const costs = rows.map(({ roleKey }) => costOf(roleKey));
  const [first] = costs;
  if (!first || costs.some((cost) => cost?.currency !== first.currency)) return undefined;
  const amount = costs.reduce((sum, cost) => sum + (cost?.amount ?? 0), 0);
  const isEntered = costs.every((cost) => cost?.source === 'entered');
  return { amount, currency: first.currency, source: isEntered ? 'entered' : 'estimate' };
}
