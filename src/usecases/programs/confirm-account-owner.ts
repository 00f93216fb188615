import type { AccountId } from '../../domain/identifiers';
import { MOST_OWNERS, type AccountOwner, type OwnerKind } from '../../domain/programs/account-owner';
import type { Ports } from '../../ports/ports';
import { done, refuse, type Outcome } from '../outcome';

/** Remembers whose account it is, for every profile and application, until somebody says otherwise. */
export async function confirmAccountOwner(
  { accountId, kind, caller }: { accountId: AccountId; kind: OwnerKind; caller: AccountId },
  { accountOwners, directory, evidence, clock }: Pick<Ports, 'accountOwners' | 'directory' | 'evidence' | 'clock'>,
): Promise<Outcome<AccountOwner>> {
  const owners = await accountOwners.list();
  const isNew = owners.every((each) => each.accountId !== accountId);
  if (isNew && owners.length >= MOST_OWNERS)
    return refuse('refused', `You confirmed ${owners.length} accounts already. Use exclusion rules for more.`);
  if (!(await directory.findPerson(accountId))) return refuse('not-found', 'Jira does not know this account.');
  const owner = { accountId, kind, at: clock.now(), by: caller };
  await accountOwners.save(owner);
  const text = kind === 'person' ? 'Confirmed as a person’s account.' : 'Confirmed as a program’s account.';
  const about = { at: owner.at, by: caller, subject: accountId, candidate: null } as const;
  await evidence.append({ kind: 'account-confirmed', ...about, text, details: { kind } });
  return done(owner);
}
