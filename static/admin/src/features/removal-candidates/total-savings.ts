import type { CandidateRow, ReclaimResult, Savings } from '../../../../../src/shared/contract';

/**
 * What all these seats cost a month, from what the checked ones of the same application cost. Undefined as long as an
 * application has no checked seat: half a sum would look like the whole.
 */
export function totalSavings(
  people: readonly CandidateRow[],
  previews: readonly { readonly data?: ReclaimResult | undefined }[],
): Savings | undefined {
  const costs = new Map<string, Savings>();
  for (const [i, { data }] of previews.entries()) {
    const roleKey = people[i]?.roleKey;
    if (data && roleKey !== undefined) costs.set(roleKey, data.savings);
  }
  const all = people.map(({ roleKey }) => costs.get(roleKey));
  const [first] = all;
  if (!first || all.some((cost) => cost?.currency !== first.currency)) return undefined;
  const amount = all.reduce((sum, cost) => sum + (cost?.amount ?? 0), 0);
  const isEntered = all.every((cost) => cost?.source === 'entered');
  return { amount, currency: first.currency, source: isEntered ? 'entered' : 'estimate' };
}
