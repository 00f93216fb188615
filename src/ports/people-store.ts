import type { AccountId } from '../domain/identifiers';
import type { Pseudonym } from '../domain/privacy/pseudonym';

/** What links people to the pseudonyms that stand for them in what can't be changed any more. */
export interface PeopleStore {
  /** Everybody's pseudonym; whoever has none gets one, which is stored before it is answered. */
  pseudonymsOf(accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, Pseudonym>>;
  /** The pseudonym a person has; undefined: nothing was ever recorded of them, or they were erased since. */
  findPseudonym(accountId: AccountId): Promise<Pseudonym | undefined>;
  /** Whom pseudonyms stand for; those of erased people are left out. */
  accountsOf(pseudonyms: readonly Pseudonym[]): Promise<ReadonlyMap<Pseudonym, AccountId>>;
  /** Deletes the links: from here on nobody can tell whom these pseudonyms stand for. */
  forget(pseudonyms: readonly Pseudonym[]): Promise<void>;
}
