import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { Failure } from '../../src/ports/failures';
import type { ProfileStore } from '../../src/ports/stores';
import { jsonCopy } from './json-copy';

export class MemoryProfileStore implements ProfileStore {
  private readonly profiles = new Map<string, IntegrationProfile>();

  async find(id: string): Promise<IntegrationProfile | undefined> {
    return (await this.list()).find((profile) => profile.id === id);
  }

  async list(): Promise<IntegrationProfile[]> {
    return Promise.resolve(this.all().filter((profile) => profile.deletingSince === null));
  }

  async listDeleting(): Promise<IntegrationProfile[]> {
    return Promise.resolve(this.all().filter((profile) => profile.deletingSince !== null));
  }

  async remove(id: string): Promise<void> {
    this.profiles.delete(id);
    return Promise.resolve();
  }

  async create(profile: IntegrationProfile): Promise<void> {
    this.profiles.set(profile.id, jsonCopy(profile));
    return Promise.resolve();
  }

  async replace(profile: IntegrationProfile): Promise<IntegrationProfile> {
    if (this.profiles.get(profile.id)?.revision !== profile.revision) {
      throw new Failure('store-conflict', 'The profile was changed meanwhile.');
    }
    const next = { ...jsonCopy(profile), revision: profile.revision + 1 };
    this.profiles.set(profile.id, next);
    return Promise.resolve(jsonCopy(next));
  }

  private all(): IntegrationProfile[] {
    return jsonCopy([...this.profiles.values()]);
  }
}
