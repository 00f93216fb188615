import { KEEP_FOR_GOOD, type EvidenceRetention } from '../../src/domain/retention/evidence-retention';
import { Failure } from '../../src/ports/failures';
import type { RetentionStore } from '../../src/ports/retention-store';

export class MemoryRetentionStore implements RetentionStore {
  private kept = KEEP_FOR_GOOD;

  async find(): Promise<EvidenceRetention> {
    return Promise.resolve(this.kept);
  }

  async replace(retention: EvidenceRetention): Promise<EvidenceRetention> {
    if (retention.revision !== this.kept.revision)
      throw new Failure('store-conflict', 'The settings of evidence were changed meanwhile.');
    this.kept = { ...retention, revision: retention.revision + 1 };
    return this.find();
  }
}
