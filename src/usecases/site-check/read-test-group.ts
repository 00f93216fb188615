import type { AccountId, GroupId } from '../../domain/identifiers';
import { isHarmlessGroup } from '../../domain/site-check/test-group';
import type { Ports } from '../../ports/ports';

export type ReadTestGroupNeeds = Pick<Ports, 'directory'>;

/** What Jira says about the test group at this moment, and whether a check may change who is in it. */
export async function readTestGroup(
  { groupId, tester }: { readonly groupId: GroupId; readonly tester: AccountId },
  { directory }: ReadTestGroupNeeds,
): Promise<{ readonly isHarmless: boolean; readonly memberIds: readonly AccountId[] }> {
  const [roles, administrators, page] = await Promise.all([
    directory.listRoles(),
    directory.listAdministratorGroups(),
    directory.readMembers(groupId, 0),
  ]);
  const memberIds = page.members.map(({ accountId }) => accountId);
  const isHarmless = isHarmlessGroup(tester, {
    id: groupId,
    memberIds,
    hasMore: page.nextStartAt !== null,
    seatGroupIds: new Set(roles.flatMap((role) => [...role.groups.map(({ id }) => id), ...role.defaultGroupIds])),
    administrators,
  });
  return { isHarmless, memberIds };
}
