import { NO_REQUESTS, type ReclaimRequests } from '../../src/domain/reclaim-request';
import { Failure } from '../../src/ports/failures';
import type { ReclaimRequestStore } from '../../src/ports/reclaim-request-store';
import { jsonCopy } from './json-copy';

export class MemoryReclaimRequestStore implements ReclaimRequestStore {
  private readonly profiles = new Map<string, ReclaimRequests>();

  async find(profileId: string): Promise<ReclaimRequests> {
    return Promise.resolve(jsonCopy(this.profiles.get(profileId) ?? NO_REQUESTS));
  }

  async replace(profileId: string, requests: ReclaimRequests): Promise<ReclaimRequests> {
    await Promise.resolve();
    if ((this.profiles.get(profileId) ?? NO_REQUESTS).revision !== requests.revision)
      throw new Failure('store-conflict', 'The requests for approval were changed meanwhile.');
    this.profiles.set(profileId, { ...jsonCopy(requests), revision: requests.revision + 1 });
    return this.find(profileId);
  }
}
