import type { ProfileId } from '../domain/identifiers';
import type { ReclaimRequests } from '../domain/reclaim-request';

/** Requests for a second person's approval, by profile. */
export interface ReclaimRequestStore {
  find(profileId: ProfileId): Promise<ReclaimRequests>;
  /** Conditional on `requests.revision`: throws `store-conflict` when they changed; answers them with the new one. */
  replace(profileId: ProfileId, requests: ReclaimRequests): Promise<ReclaimRequests>;
}
