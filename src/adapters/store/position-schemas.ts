import { z } from 'zod';
import { ACTIVITY_SPANS, type LicensePosition } from '../../domain/license-position';
import { v, withoutVersion } from './schemas';

const instant = z.number();

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
    activity: z.record(z.enum(ACTIVITY_SPANS), z.number()),
  })
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
