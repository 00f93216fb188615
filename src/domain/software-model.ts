import type { RoleKey } from './identifiers';

/** The cost of one seat per month. */
export interface UnitCost {
  readonly amount: number;
  readonly currency: string;
  readonly source: 'estimate' | 'entered';
}

/**
 * Estimates until an administrator enters what they really pay: Atlassian's public monthly list prices per user, Standard
 * plan, small sites, 2026, rounded (https://www.atlassian.com/licensing/cloud). Always shown as an estimate.
 */
const ESTIMATED_MONTHLY_USD: Readonly<Record<RoleKey, number>> = {
  'jira-software': 8,
  'jira-servicedesk': 20,
  'jira-product-discovery': 10,
  'jira-core': 5,
};

/** What one seat of this application probably costs. 0 for an application without a known list price. */
export function estimatedUnitCost(roleKey: RoleKey): UnitCost {
  return { amount: ESTIMATED_MONTHLY_USD[roleKey] ?? 0, currency: 'USD', source: 'estimate' };
}
