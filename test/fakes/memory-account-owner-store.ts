import { withOwner, type AccountOwner } from '../../src/domain/programs/account-owner';
import type { AccountOwnerStore } from '../../src/ports/account-owner-store';

export class MemoryAccountOwnerStore implements AccountOwnerStore {
  private owners: readonly AccountOwner[] = [];

  list(): Promise<readonly AccountOwner[]> {
    return Promise.resolve(this.owners);
  }

  save(owner: AccountOwner): Promise<void> {
    this.owners = withOwner(this.owners, owner);
    return Promise.resolve();
  }
}
