import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../../domain/activity';
import { ACTIVITY_SPANS } from '../../../domain/activity-span';
import { CANDIDATE_STATES } from '../../../domain/removal-candidate';
import type { SeatList } from '../../../domain/seat-list/seat-list';
import type { SeatListPart } from '../../../ports/seat-list-store';
import { inflated } from '../deflated-values';
import { CoverageRecord } from '../coverage-schemas';
import { v, withoutVersion } from '../stored-version';

const instant = z.number();
const place = z.number().int().nonnegative();

export const SeatListRecord: z.ZodType<SeatList> = z
  .object({
    v,
    id: z.string(),
    profileId: z.string(),
    generation: z.object({ id: z.string(), buckets: place }),
    parts: place,
    seats: z.number(),
    people: z.number(),
    roles: z.array(z.object({ key: z.string(), name: z.string(), groupIds: z.array(z.string()) })),
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    completedAt: instant,
    coverage: z.union([z.null(), CoverageRecord]),
    revisions: z.array(z.number()),
    previous: z.object({ id: z.string(), parts: place, revisions: z.array(z.number()) }).nullable(),
  })
  .transform(withoutVersion);

const ActivityShapeRecord = z.union([
  z.object({ kind: z.literal('seen'), activityKind: z.enum(ACTIVITY_KINDS) }),
  z.object({ kind: z.enum(['none-since', 'never']) }),
  z.object({ kind: z.literal('unknown'), because: z.string() }),
]);

const Shapes = z.array(
  z.object({
    role: z.number().int(),
    groups: z.array(z.number().int()),
    guest: z.boolean(),
    serviceAccount: z.boolean(),
    heldBefore: z.boolean(),
    usage: z.enum(['active', 'inactive', 'unknown']),
    span: z.enum(ACTIVITY_SPANS),
    account: z.object({ prefix: z.string(), isUuid: z.boolean() }),
    activity: ActivityShapeRecord,
    state: z.enum(CANDIDATE_STATES).nullable(),
  }),
);

export const RefsRecord = z.object({ refs: z.string() }).transform(({ refs }) => refs);

/** Shapes are read here, so they are inflated; the rest is for pages to unpack. */
export const PartRecord: z.ZodType<SeatListPart> = z.object({
  shapes: z.string().transform(inflated).pipe(Shapes),
  accounts: z.string(),
  columns: z.string(),
});
