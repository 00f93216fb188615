import { z } from 'zod';
import { KEEP_FOR_GOOD, type EvidenceRetention } from '../../domain/retention/evidence-retention';
import type { RetentionStore } from '../../ports/retention-store';
import { v, withoutVersion } from './schemas';
import { SettingsDocument } from './settings-document';

const RetentionRecord: z.ZodType<EvidenceRetention> = z
  .object({ v, revision: z.number().int(), months: z.number().int().nullable() })
  .transform(withoutVersion);

export class KvsRetentionStore implements RetentionStore {
  private readonly settings = new SettingsDocument(
    'evidence-retention',
    RetentionRecord,
    KEEP_FOR_GOOD,
    'The settings of evidence',
  );

  find(): Promise<EvidenceRetention> {
    return this.settings.find();
  }

  replace(retention: EvidenceRetention): Promise<EvidenceRetention> {
    return this.settings.replace(retention);
  }
}
