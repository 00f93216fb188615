import { z } from 'zod';
import type { ExclusionRule } from '../../domain/exclusion-rule';
import type { PointBudget } from '../../domain/point-budget';
import type { JobPause } from '../../domain/scheduled-job';
import type { SoftwareModel } from '../../domain/software-model';
import { v, withoutVersion } from './schemas';

/** The stored forms of what administrators set up for the whole installation. */
const instant = z.number();

export const ExclusionList: z.ZodType<ExclusionRule[]> = z.array(
  z
    .object({
      v,
      id: z.string(),
      revision: z.number().int(),
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('identifier'), roleKey: z.string() }),
        z.object({ kind: z.literal('user'), accountId: z.string() }),
      ]),
      active: z.boolean(),
      createdAt: instant,
      createdBy: z.string(),
      changedAt: instant,
      changedBy: z.string(),
    })
    .transform(withoutVersion),
);

export const PauseList: z.ZodType<JobPause[]> = z.array(
  z.object({ v, jobId: z.string(), pausedBy: z.string(), pausedAt: instant }).transform(withoutVersion),
);

export const PointBudgetRecord: z.ZodType<PointBudget> = z
  .object({ v, revision: z.number().int(), budgetPoints: z.number().int() })
  .transform(withoutVersion);

export const SoftwareModelList: z.ZodType<SoftwareModel[]> = z.array(
  z
    .object({
      v,
      id: z.string(),
      revision: z.number().int(),
      name: z.string().nullable(),
      unitCost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
      changedAt: instant,
      changedBy: z.string(),
    })
    .transform(withoutVersion),
);
