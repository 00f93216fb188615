import { z } from 'zod';
import type { LogStart } from '../../domain/retention/log-start';
import { ACTIVITY_BASES, WIDEST_BASIS } from '../../domain/activity';
import type { AppRoleGrants } from '../../domain/app-role';
import { EVIDENCE_KINDS, type EvidenceEntry } from '../../domain/evidence';
import type { IntegrationProfile } from '../../domain/integration-profile';
import type { JobRun } from '../../domain/job-run';
import {
  CANDIDATE_STATES,
  JUSTIFICATIONS,
  SEAT_FREED,
  UNTOUCHED,
  type RemovalCandidate,
} from '../../domain/removal-candidate';
import type { Generation, StagedMembers } from '../../ports/stores';
import { SearchPlanRecord } from './coverage-schemas';
import { NoticeRecord } from './notice-schemas';
import { v, withoutVersion } from './stored-version';

/**
 * The stored form of every record. Each carries a schema version; when a form changes, its number grows and the older form is
 * upgraded here, on reading.
 */
export { v, withoutVersion } from './stored-version';
const instant = z.number();
const ids = z.array(z.string());

export const ProfileRecord: z.ZodType<IntegrationProfile> = z
  .object({
    v,
    id: z.string(),
    revision: z.number(),
    displayName: z.string(),
    connectionName: z.string(),
    status: z.enum(['Draft', 'Published']),
    downloadActivity: z.boolean(),
    analyzeFrom: instant,
    reclaim: z.boolean(),
    groupIds: ids,
    reclaimOperator: z.string().nullable(),
    operatorAuthorizedAt: instant.nullable(),
    operatorCheck: z.object({ at: instant, problem: z.string().nullable(), warning: z.string().nullable() }).nullable(),
    validation: z
      .object({
        at: instant,
        fingerprint: z.string(),
        probes: z.array(
          z.object({
            name: z.string(),
            operation: z.string(),
            process: z.enum(['Download subscriptions', 'Calculate activity']),
            ok: z.boolean(),
            limited: z.boolean(),
            text: z.string(),
          }),
        ),
        groupsOfRoles: z
          .array(z.object({ key: z.string(), groupIds: ids }))
          .nullable()
          .default(null),
        unseen: z.object({ projects: z.array(z.string()), workItems: z.number() }).optional(),
        projects: z.object({ seen: z.number(), all: z.number() }).optional(),
      })
      .nullable(),
    createdAt: instant,
    updatedAt: instant,
    publishedAt: instant.nullable(),
    deletingSince: instant.nullable(),
  })
  .transform(withoutVersion);
export const ProfileList = z.array(ProfileRecord);

export const RunRecord: z.ZodType<JobRun> = z
  .object({
    v,
    id: z.string(),
    number: z.string(),
    revision: z.number(),
    profileId: z.string(),
    kind: z.enum(['download', 'activity', 'evaluate', 'reclaim', 'restore', 'delete', 'report', 'erase']),
    name: z.string(),
    status: z.enum(['Queued', 'Running', 'Waiting', 'Complete', 'Partial', 'Failed']),
    step: z.number().int(),
    cursor: z.unknown(),
    progress: z.object({ done: z.number(), total: z.number().nullable(), unit: z.string() }),
    counts: z.object({
      processed: z.number(),
      created: z.number(),
      changed: z.number(),
      left: z.number(),
      skipped: z.number(),
      failed: z.number(),
    }),
    requests: z.number(),
    points: z.number(),
    workedMs: z.number(),
    gaps: z.array(z.string()),
    plan: SearchPlanRecord.nullable().default(null),
    summary: z.string(),
    createdAt: instant,
    updatedAt: instant,
    finishedAt: instant.nullable(),
    resumesAt: instant.nullable(),
    attempts: z.number(),
    wakeUps: z.number(),
    requestedBy: z.string().nullable(),
    closed: z.boolean().default(true),
  })
  .transform(withoutVersion);

const group = z.object({ id: z.string(), name: z.string() });
export const GenerationRecord: z.ZodType<Generation> = z
  .object({
    v,
    id: z.string(),
    profileId: z.string(),
    buckets: z.number().int().positive(),
    people: z.number(),
    seats: z.number(),
    roles: z.array(z.object({ key: z.string(), name: z.string(), groupIds: ids })),
    groups: z.array(group),
    completedAt: instant,
    knownSince: instant.optional(),
    administrators: z
      .object({ groups: z.array(group), buckets: z.number().int().nonnegative() })
      .default({ groups: [], buckets: 0 }),
    checks: z
      .array(z.object({ groupId: z.string(), others: z.number(), checkedAt: instant, readAt: instant }))
      .default([]),
    previous: z.object({ id: z.string(), buckets: z.number() }).nullable(),
  })
  // Lists of before did not tell: from their next one on the date stays.
  .transform(({ knownSince, ...stored }) =>
    withoutVersion({ ...stored, knownSince: knownSince ?? stored.completedAt }),
  );

export const StagedRecord: z.ZodType<StagedMembers[]> = z.array(
  z.object({
    groupId: z.string(),
    attempt: z.number().int().default(1),
    accountIds: ids,
    others: ids.default([]),
  }),
);

export const CandidateRecord: z.ZodType<RemovalCandidate> = z
  .object({
    v,
    number: z.string(),
    revision: z.number(),
    profileId: z.string(),
    accountId: z.string(),
    roleKey: z.string(),
    source: z.enum(['rule', 'hand']).default('rule'),
    justification: z.enum(JUSTIFICATIONS).default('Low Usage'),
    ruleId: z.string(),
    ruleName: z.string(),
    thresholdDays: z.number(),
    activityBasis: z.enum(ACTIVITY_BASES).default(WIDEST_BASIS),
    state: z.enum(CANDIDATE_STATES),
    openedAt: instant,
    closedAt: instant.nullable(),
    inactiveDays: z.number().nullable(),
    silentSince: instant,
    because: z.string(),
    attention: z.string().nullable(),
    groupsBefore: ids.nullable(),
    seatFreed: z.enum(SEAT_FREED).nullable(),
    attempts: z.number().int().default(UNTOUCHED.attempts),
    groupsRemoved: ids.nullable().default(UNTOUCHED.groupsRemoved),
    givenBackAt: instant.nullable().default(UNTOUCHED.givenBackAt),
    alsoLost: ids.default([...UNTOUCHED.alsoLost]),
    removedIn: z.string().nullable().default(UNTOUCHED.removedIn),
    blocked: z
      .object({ kind: z.enum(['kept-alive', 'externally-managed']), groupIds: ids })
      .nullable()
      .default(UNTOUCHED.blocked),
    restored: z
      .object({
        at: instant,
        by: z.string().nullable(),
        groupIds: ids,
        missing: ids,
        seatBack: z.enum(['proven', 'not-back', 'unknown']),
      })
      .nullable()
      .default(UNTOUCHED.restored),
    restoringSince: instant.nullable().default(UNTOUCHED.restoringSince),
    returned: z.object({ at: instant, groupIds: ids }).nullable().default(UNTOUCHED.returned),
    notice: NoticeRecord.nullable().default(UNTOUCHED.notice),
    keptUntil: instant.nullable().default(UNTOUCHED.keptUntil),
    timeline: z.array(
      z.object({
        at: instant,
        text: z.string(),
        by: z.string().nullable(),
        isNote: z.literal(true).exactOptional(),
      }),
    ),
  })
  .transform(withoutVersion);

export const EvidenceRecord: z.ZodType<EvidenceEntry> = z.object({
  sequence: z.number().int(),
  previousHash: z.string(),
  hash: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  at: instant,
  by: z.string().nullable(),
  subject: z.string().nullable(),
  candidate: z.string().nullable(),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export const ChainHeadRecord = z.object({ sequence: z.number().int(), hash: z.string() });
export const LogStartRecord: z.ZodType<LogStart> = ChainHeadRecord.extend({
  checkpoint: z.number().int().nullable(),
  at: instant.nullable(),
  deletedUntil: instant.nullable(),
  deletedTo: z.number().int(),
  installedAt: instant.nullable(),
});

export const AppRoleGrantsRecord: z.ZodType<AppRoleGrants> = z
  .object({
    v,
    revision: z.number().int(),
    integratorGroupIds: ids,
    reclaimerGroupIds: ids,
    viewerGroupIds: ids,
  })
  .transform(withoutVersion);
