import { z } from 'zod';
import { withOwner, type AccountOwner } from '../../domain/programs/account-owner';
import type { AccountOwnerStore } from '../../ports/account-owner-store';
import { VersionedRecords } from './versioned-records';

const OWNERS = 'account-owners';
const Owners: z.ZodType<AccountOwner[]> = z.array(
  z.object({ accountId: z.string(), kind: z.enum(['person', 'program']), at: z.number(), by: z.string() }),
);

export class KvsAccountOwnerStore implements AccountOwnerStore {
  private readonly records = new VersionedRecords('document', Owners);

  async list(): Promise<readonly AccountOwner[]> {
    return (await this.records.find(OWNERS))?.value ?? [];
  }

  async save(owner: AccountOwner): Promise<void> {
    await this.records.update(OWNERS, (known = []) => withOwner(known, owner));
  }
}
