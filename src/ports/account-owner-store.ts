import type { AccountOwner } from '../domain/programs/account-owner';

/** Whose accounts administrators confirmed. Every method throws a Failure. */
export interface AccountOwnerStore {
  list(): Promise<readonly AccountOwner[]>;
  /** Replaces what was confirmed of the account before. */
  save(owner: AccountOwner): Promise<void>;
}
