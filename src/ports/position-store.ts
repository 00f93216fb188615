import type { ProfileId } from '../domain/identifiers';
import type { LicensePosition, PastPosition } from '../domain/license-position';
import type { TrendAcknowledgement } from '../domain/trend-acknowledgement';

export interface PositionStore {
  find(profileId: ProfileId): Promise<LicensePosition | undefined>;
  /** The newest positions, oldest first: at most `POSITIONS_KEPT`. */
  listPast(profileId: ProfileId): Promise<PastPosition[]>;
  /** Makes a position the current one and remembers it; saving one of the same moment again replaces it. */
  save(profileId: ProfileId, position: LicensePosition): Promise<void>;
  /** The last time somebody found abnormal numbers right. */
  findAcknowledgement(profileId: ProfileId): Promise<TrendAcknowledgement | undefined>;
  saveAcknowledgement(profileId: ProfileId, acknowledgement: TrendAcknowledgement): Promise<void>;
  delete(profileId: ProfileId): Promise<void>;
}
