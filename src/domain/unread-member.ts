import type { AccountId } from './identifiers';

/** A member of a group that Jira lists in a form that can't be understood counts in its size, under an id of this kind. */
const MARK = 'unread:';
const PLACE = `${MARK}#`;

export function unreadMember(accountId: AccountId | null, place: number): AccountId {
  return accountId === null ? `${PLACE}${place}` : `${MARK}${accountId}`;
}

/** Whose account a listed member is; null: of one that can't be understood nothing but the place is known. */
export function accountOfMember(id: AccountId): AccountId | null {
  if (id.startsWith(PLACE)) return null;
  return id.startsWith(MARK) ? id.slice(MARK.length) : id;
}

/**
 * Who of the members before may be one of those that can't be understood now: whoever it is called by, or, where it is called by
 * nothing, anybody who is not listed any more. Unknown is not gone: they stay.
 */
export function keptMembers(
  others: Iterable<AccountId>,
  before: Iterable<AccountId>,
  now: ReadonlySet<AccountId>,
): { readonly kept: readonly AccountId[]; readonly unread: number } {
  const unread = [...others].filter((id) => id.startsWith(MARK));
  if (unread.length === 0) return { kept: [], unread: 0 };
  const named = new Set(unread.map((id) => id.slice(MARK.length)));
  const isNameless = unread.some((id) => id.startsWith(PLACE));
  const kept = [...before].filter((id) => !now.has(id) && (isNameless || named.has(id)));
  return { kept, unread: unread.length };
}
