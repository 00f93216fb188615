import type { AccountId, GroupId } from './identifiers';
import type { Instant } from './instant';

/** Somebody joined or left a group. */
export interface MembershipChange {
  readonly at: Instant;
  readonly groupId: GroupId;
  readonly accountId: AccountId;
  readonly joined: boolean;
}

/** The members after these changes, oldest first: the last one about a person counts, so repeating them changes nothing. */
export function withChanges(members: Iterable<AccountId>, changes: readonly MembershipChange[]): Set<AccountId> {
  const after = new Set(members);
  for (const { accountId, joined } of changes) {
    if (joined) after.add(accountId);
    else after.delete(accountId);
  }
  return after;
}

export function sameMembers(a: ReadonlySet<AccountId>, b: ReadonlySet<AccountId>): boolean {
  if (a.size !== b.size) return false;
  for (const accountId of a) if (!b.has(accountId)) return false;
  return true;
}
