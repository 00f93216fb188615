import type { AccountId, GroupId } from './identifiers';
import type { GrantingRole } from './software-subscription';

/** Who is in which group, and which groups give a seat, at one moment. */
export interface Reading {
  readonly roles: readonly GrantingRole[];
  readonly members: ReadonlyMap<GroupId, ReadonlySet<AccountId>>;
}

/** Fewer may leave from one reading to the next. */
const FEWEST = 5;

/**
 * The names of selected groups, and of applications, that had people in the reading before and have nobody now. That is more often
 * a fault than a fact.
 */
export function emptied(
  selected: readonly { readonly id: GroupId; readonly name: string }[],
  before: Reading,
  now: Reading,
): string[] {
  const isSelected = (id: GroupId) => selected.some((group) => group.id === id);
  const groups = selected.filter(({ id }) => countOf([id], before) >= FEWEST && countOf([id], now) === 0);
  const roles = before.roles.filter(({ key, groupIds }) => {
    const giving = now.roles.find((role) => role.key === key)?.groupIds ?? [];
    return countOf(groupIds.filter(isSelected), before) >= FEWEST && countOf(giving.filter(isSelected), now) === 0;
  });
  return [...groups, ...roles].map(({ name }) => name);
}

function countOf(groupIds: readonly GroupId[], { members }: Reading): number {
  return new Set(groupIds.flatMap((id) => [...(members.get(id) ?? [])])).size;
}
