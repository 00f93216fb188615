import type { Finding } from '../../domain/site-check/answers';
import { findAccountTypes } from '../../domain/site-check/findings';
import type { Ports } from '../../ports/ports';

/** Each costs about 200 points: the first page of members, and looking its accounts up. */
const MOST_GROUPS = 5;

/** Looks at the first members of the groups that give seats: which types of accounts there are, and how many guests. */
export async function readAccountTypes({ directory }: Pick<Ports, 'directory'>): Promise<Finding<'account-types'>> {
  const roles = await directory.listRoles();
  const groupIds = [...new Set(roles.flatMap(({ groups }) => groups.map(({ id }) => id)))].slice(0, MOST_GROUPS);
  const types = new Map<string, string>();
  for (const groupId of groupIds) {
    const { members } = await directory.readMembers(groupId, 0);
    for (const { accountId, accountType } of members) types.set(accountId, accountType);
  }
  const found = await directory.findAccounts([...types.keys()]);
  const guests = new Set(found.filter(({ traits }) => traits.guest).map(({ accountId }) => accountId));
  return findAccountTypes(
    [...types].map(([accountId, accountType]) => ({ accountType, guest: guests.has(accountId) })),
  );
}
