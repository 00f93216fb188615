import type { AccountId, GroupId } from '../identifiers';
import type { AdministratorGroups } from '../jira-group';

/**
 * The one group that checks change. It is made by the first check, gives nothing, is empty but during a check, and stays:
 * deleting groups takes a scope that this app does not want to have.
 */
export const TEST_GROUP = 'license-management-site-check';

/** What Jira says about a group right before this app changes who is in it. */
export interface GroupFacts {
  readonly id: GroupId;
  readonly memberIds: readonly AccountId[];
  /** There are members that were not read. */
  readonly hasMore: boolean;
  /** Groups that give a seat of any application. */
  readonly seatGroupIds: ReadonlySet<GroupId>;
  readonly administrators: AdministratorGroups;
}

/** Whether a check may add and remove the tester: the group gives no seat and no administrator's right, and nobody else is in it. */
export function isHarmlessGroup(tester: AccountId, facts: GroupFacts): boolean {
  const { id, memberIds, hasMore, seatGroupIds, administrators } = facts;
  const givesAccess = seatGroupIds.has(id) || administrators.admin.has(id) || administrators.siteAdmin.has(id);
  return !givesAccess && !hasMore && memberIds.every((member) => member === tester);
}
