import { z } from 'zod';
import { LAST_SEEN_AS } from '../../domain/activity-breakdown';
import { ACTIVITY_SPANS, emptySnapshot, type LicensePosition } from '../../domain/license-position';
import type { TrendAcknowledgement } from '../../domain/trend-acknowledgement';
import { v, withoutVersion } from './schemas';

const instant = z.number();

const counts = z.object({ seats: z.number(), spans: z.array(z.number()), seenAs: z.array(z.number()) });
const rows = z.array(counts.extend({ key: z.string() }));
const breakdown = z.object({
  byRole: rows,
  byGroup: rows,
  bySeenAs: z.array(counts.extend({ key: z.enum(LAST_SEEN_AS) })),
});

export const PositionRecord: z.ZodType<LicensePosition> = z
  .object({
    v,
    at: instant,
    byRole: z.array(
      z.object({
        roleKey: z.string(),
        name: z.string(),
        seats: z.number(),
        active: z.number(),
        inactive: z.number(),
        unknown: z.number(),
        candidates: z.number(),
        excluded: z.number().default(0),
        wouldPropose: z.number().default(0),
      }),
    ),
    /** Positions of before lack spans that were told apart later. */
    activity: z
      .partialRecord(z.enum(ACTIVITY_SPANS), z.number())
      .transform((activity) => ({ ...emptySnapshot(), ...activity })),
    breakdown: breakdown.exactOptional(),
  })
  .transform(withoutVersion);

export const AcknowledgementRecord: z.ZodType<TrendAcknowledgement> = z
  .object({ v, evaluatedAt: instant, active: z.number(), candidates: z.number(), at: instant, by: z.string() })
  .transform(withoutVersion);

export const PastPositions = z.array(
  z.object({
    at: instant,
    byRole: z.array(
      z.object({
        roleKey: z.string(),
        seats: z.number(),
        active: z.number().exactOptional(),
        inactive: z.number(),
        candidates: z.number(),
      }),
    ),
  }),
);
