import { z } from 'zod';
import type { Notice, NoticeSettings } from '../../domain/notice';
import { v, withoutVersion } from './stored-version';

const instant = z.number();

export const NoticeRecord: z.ZodType<Notice> = z.object({
  askedAt: instant,
  by: z.string().nullable(),
  workItem: z.string(),
  answerDay: z.string(),
  zone: z.string(),
  answerBy: instant,
  answer: z.object({ kind: z.enum(['keep', 'release']), at: instant }).nullable(),
  decision: z
    .object({ kind: z.enum(['granted', 'denied']), at: instant, by: z.string(), keptUntil: instant.nullable() })
    .nullable(),
});

export const NoticeSettingsRecord: z.ZodType<NoticeSettings> = z
  .object({ v, revision: z.number().int(), workItem: z.object({ id: z.string(), key: z.string() }).nullable() })
  .transform(withoutVersion);
