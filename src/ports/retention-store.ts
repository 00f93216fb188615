import type { EvidenceRetention } from '../domain/retention/evidence-retention';

export interface RetentionStore {
  /** `KEEP_FOR_GOOD` before anything was stored. */
  find(): Promise<EvidenceRetention>;
  /** Conditional on `retention.revision` (throws `store-conflict`); answers it with the new one. */
  replace(retention: EvidenceRetention): Promise<EvidenceRetention>;
}
