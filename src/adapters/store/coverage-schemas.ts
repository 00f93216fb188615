import { z } from 'zod';
import type { Coverage } from '../../domain/coverage';
import type { EventWatch } from '../../domain/event-watch';
import type { SearchPlan } from '../../domain/search-plan';
import { v, withoutVersion } from './stored-version';

const instant = z.number();

export const CoverageRecord: z.ZodType<Coverage> = z
  .object({
    v,
    from: instant,
    to: instant,
    gaps: z.array(z.string()),
    limits: z
      .array(
        z.object({
          kind: z.enum([
            'hidden-projects',
            'hidden-work-items',
            'search-warning',
            'unclear-people',
            'newest-only',
            'missing-views',
            'unknown-accounts',
            'unread-items',
          ]),
          text: z.string(),
        }),
      )
      .optional(),
    viewsFrom: instant.nullable().optional(),
    newestOnlyUntil: instant.nullable().optional(),
    auditNotUnderstood: z.object({ records: z.number(), lastAt: instant }).nullable().optional(),
    reading: z
      .object({ searchFrom: instant.nullable(), auditFrom: instant.nullable(), lossesUpTo: instant })
      .optional(),
  })
  .transform(withoutVersion);

/** account, until when, whether Jira gave no clear answer (1) */
export const UnreadRows = z.array(z.tuple([z.string(), z.number(), z.number()]));

export const SearchPlanRecord: z.ZodType<SearchPlan> = z.object({
  kind: z.enum(['events', 'crawl', 'probe']),
  estimatedRequests: z.number(),
  estimatedPoints: z.number(),
  requests: z.number().nullable(),
  points: z.number().nullable(),
});

export const EventWatchRecord: z.ZodType<EventWatch> = z
  .object({
    v,
    since: instant,
    beatAt: instant,
    flowsSince: instant.nullable(),
    losses: z.array(z.object({ from: instant, to: instant, notedAt: instant })),
    installed: z.object({ installation: z.string(), version: z.string().nullable() }).nullable(),
  })
  .transform(withoutVersion);
