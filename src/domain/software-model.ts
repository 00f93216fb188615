import type { AccountId, RoleKey } from './identifiers';
import type { Instant } from './instant';

/** The cost of one seat per month. */
export interface UnitCost {
  readonly amount: number;
  readonly currency: string;
  readonly source: 'estimate' | 'entered';
}

/** What an administrator said about the software that an application role stands for. */
export interface SoftwareModel {
  /** The application role: the subscription identifier. */
  readonly id: RoleKey;
  /** 0 before it is stored. */
  readonly revision: number;
  /** Labels its subscriptions everywhere; null: as Jira names the application. */
  readonly name: string | null;
  /** What is really paid per seat and month; null: the estimate. All models are paid in one currency. */
  readonly unitCost: { readonly amount: number; readonly currency: string } | null;
  readonly changedAt: Instant;
  readonly changedBy: AccountId;
}

/**
 * Estimates until an administrator enters what they really pay: Atlassian's public monthly list prices per user, Standard
 * plan, small sites, 2026, rounded (https://www.atlassian.com/licensing/cloud). Always shown as an estimate.
 */
const ESTIMATED_MONTHLY_USD: ReadonlyMap<RoleKey, number> = new Map([
  ['jira-software', 8],
  ['jira-servicedesk', 20],
  ['jira-product-discovery', 10],
  ['jira-core', 5],
]);
const ESTIMATE_CURRENCY = 'USD';

/** What one seat of this application probably costs. 0 for an application without a known list price. */
export function estimatedUnitCost(roleKey: RoleKey): UnitCost {
  return { amount: ESTIMATED_MONTHLY_USD.get(roleKey) ?? 0, currency: ESTIMATE_CURRENCY, source: 'estimate' };
}

/** The currency everything is paid in: the entered one. Amounts of different currencies can't be added. */
export function currencyOf(models: readonly SoftwareModel[]): string {
  return models.find(({ unitCost }) => unitCost !== null)?.unitCost?.currency ?? ESTIMATE_CURRENCY;
}

/** What one seat costs. There is no estimate in another currency than that of the list prices: it counts nothing. */
export function unitCostOf(roleKey: RoleKey, models: readonly SoftwareModel[]): UnitCost {
  const entered = models.find(({ id }) => id === roleKey)?.unitCost;
  if (entered) return { ...entered, source: 'entered' };
  const currency = currencyOf(models);
  const estimate = estimatedUnitCost(roleKey);
  return currency === estimate.currency ? estimate : { amount: 0, currency, source: 'estimate' };
}

/** What so many seats cost a month. One entered price makes nothing certain: the sum is an estimate until all are entered. */
export function monthlyCost(
  seats: readonly { readonly roleKey: RoleKey; readonly seats: number }[],
  models: readonly SoftwareModel[],
): UnitCost {
  const costs = seats.map(({ roleKey, seats: count }) => ({ ...unitCostOf(roleKey, models), count }));
  const amount = costs.reduce((sum, cost) => sum + cost.amount * cost.count, 0);
  const counting = costs.some(({ count }) => count > 0) ? costs.filter(({ count }) => count > 0) : costs;
  const isEntered = counting.length > 0 && counting.every(({ source }) => source === 'entered');
  return {
    amount: Math.round(amount * 100) / 100,
    currency: currencyOf(models),
    source: isEntered ? 'entered' : 'estimate',
  };
}

/** A role key that is a known Jira application or that somebody named; any other is an unrecognized identifier. */
export function isRecognized(roleKey: RoleKey, models: readonly SoftwareModel[]): boolean {
  return ESTIMATED_MONTHLY_USD.has(roleKey) || models.some(({ id, name }) => id === roleKey && name !== null);
}

/** An application as its model names it. */
export function labeled<Role extends { readonly key: RoleKey; readonly name: string }>(
  role: Role,
  models: readonly SoftwareModel[],
): Role {
  return { ...role, name: models.find(({ id }) => id === role.key)?.name ?? role.name };
}
