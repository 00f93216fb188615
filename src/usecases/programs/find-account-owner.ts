import type { AccountId } from '../../domain/identifiers';
import type { OwnerKind } from '../../domain/programs/account-owner';
import type { Ports } from '../../ports/ports';

/** What an administrator confirmed of the account; null: nothing. */
export async function findAccountOwner(
  accountId: AccountId,
  { accountOwners }: Pick<Ports, 'accountOwners'>,
): Promise<OwnerKind | null> {
  const owners = await accountOwners.list();
  return owners.find((each) => each.accountId === accountId)?.kind ?? null;
}
