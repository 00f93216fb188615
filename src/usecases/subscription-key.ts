import type { AccountId, RoleKey } from '../domain/identifiers';

/** Names one seat: a person and an application. */
export function subscriptionKey({ accountId, roleKey }: { accountId: AccountId; roleKey: RoleKey }): string {
  return `${roleKey} ${accountId}`;
}
