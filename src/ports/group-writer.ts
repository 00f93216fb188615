import type { AccountId, GroupId } from '../domain/identifiers';

/** In whose name a group is changed: the administrator who is there, or the operator, who need not be. */
export type ActingAs = { readonly kind: 'caller' } | { readonly kind: 'operator'; readonly accountId: AccountId };

/** The only writes this product makes in Jira. Throws a Failure. */
export interface GroupWriter {
  /** Somebody who is not in the group counts as removed. */
  removeMember(groupId: GroupId, accountId: AccountId, as: ActingAs): Promise<void>;
  /**
   * Puts back what `removeMember` took. Somebody who is in the group already counts as added. `wasTakenNow`: the removal is so
   * fresh that Jira may still show the membership, so that a refusal can't be told from "already a member" by reading: it is
   * thrown as `jira-busy`, to be tried again once readings can be trusted. `perhaps`: the answer to the removal was lost. Then
   * only a refusal is read as "already a member"; an answer that is lost too is thrown.
   */
  addMember(groupId: GroupId, accountId: AccountId, as: ActingAs, wasTakenNow?: boolean | 'perhaps'): Promise<void>;
}
