import type { IntegrationProfile } from '../../domain/integration-profile';
import { Failure } from '../../ports/failures';
import type { ProfileStore } from '../../ports/stores';
import { ProfileList } from './schemas';
import { VersionedRecords } from './versioned-records';

/** All profiles in one record: there are few, they are always listed together, and a list by key is never stale. */
export class KvsProfileStore implements ProfileStore {
  private readonly records = new VersionedRecords('document', ProfileList);

  async find(id: string): Promise<IntegrationProfile | undefined> {
    return (await this.list()).find((profile) => profile.id === id);
  }

  async list(): Promise<IntegrationProfile[]> {
    return (await this.all()).filter((profile) => profile.deletingSince === null);
  }

  async listDeleting(): Promise<IntegrationProfile[]> {
    return (await this.all()).filter((profile) => profile.deletingSince !== null);
  }

  async remove(id: string): Promise<void> {
    await this.records.update('profiles', (profiles = []) => profiles.filter((profile) => profile.id !== id));
  }

  async create(profile: IntegrationProfile): Promise<void> {
    await this.records.update('profiles', (profiles = []) => [...profiles, profile]);
  }

  async replace(profile: IntegrationProfile): Promise<IntegrationProfile> {
    const next = { ...profile, revision: profile.revision + 1 };
    await this.records.update('profiles', (profiles = []) => {
      const current = profiles.find((each) => each.id === profile.id);
      if (current?.revision !== profile.revision)
        throw new Failure('store-conflict', 'The profile was changed meanwhile.');
      return profiles.map((each) => (each.id === profile.id ? next : each));
    });
    return next;
  }

  private async all(): Promise<IntegrationProfile[]> {
    return (await this.records.find('profiles'))?.value ?? [];
  }
}
