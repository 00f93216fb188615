import type { AccountId, GroupId } from '../domain/identifiers';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';

export interface ProtectedMembers {
  readonly members: ReadonlySet<AccountId>;
  /** Groups that Jira does not know any more. */
  readonly gone: readonly GroupId[];
}

/**
 * Who is in the protected groups that no download reads, because they are not in the selection. Somebody whom a shift of Jira's
 * pages hides here is still found right before a removal.
 */
export async function readProtectedMembers(
  rules: readonly ReclamationRule[],
  selected: readonly GroupId[],
  { directory }: Pick<Ports, 'directory'>,
): Promise<ProtectedMembers> {
  const outside = new Set(rules.flatMap((rule) => rule.protectedGroupIds).filter((id) => !selected.includes(id)));
  const members = new Set<AccountId>();
  const gone: GroupId[] = [];
  for (const groupId of outside) {
    try {
      for (let startAt: number | null = 0; startAt !== null;) {
        const page = await directory.readMembers(groupId, startAt);
        for (const { accountId } of page.members) members.add(accountId);
        startAt = page.nextStartAt;
      }
    } catch (error) {
      if (!isFailure(error, 'jira-not-found')) throw error;
      gone.push(groupId);
    }
  }
  return { members, gone };
}
