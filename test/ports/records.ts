import fc from 'fast-check';
import { ACTIVITY_BASES, type Coverage } from '../../src/domain/activity';
import type { EventWatch } from '../../src/domain/event-watch';
import type { EvidenceFacts } from '../../src/domain/evidence';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { newRun, type JobRun } from '../../src/domain/job-run';
import { ANSWER_DAYS } from '../../src/domain/answer-time';
import { CADENCES, RULE_MODES, type ReclamationRule } from '../../src/domain/reclamation-rule';
import { CANDIDATE_FLAGS } from '../../src/domain/candidate-marks';
import {
  CANDIDATE_STATES,
  JUSTIFICATIONS,
  SEAT_FREED,
  type RemovalCandidate,
} from '../../src/domain/removal-candidate';
import type { UnreadPerson } from '../../src/domain/silence';
import type { SeatHolder } from '../../src/domain/software-subscription';
import type { CandidateLine, Generation } from '../../src/ports/stores';
import { accountId, groupId, instant, lastByKind } from '../domain/arbitraries';

/** Records of every stored form, anything the domain allows in them. */
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const count = fc.nat(100_000);
const maybe = fc.option(instant);
const groupIds = fc.uniqueArray(groupId);
const role = fc.record({ key: id, name: fc.string(), groupIds });

export const profile: fc.Arbitrary<IntegrationProfile> = fc.record({
  id,
  revision: fc.constant(1),
  displayName: fc.string(),
  connectionName: fc.string(),
  status: fc.constantFrom('Draft', 'Published'),
  downloadActivity: fc.boolean(),
  analyzeFrom: instant,
  reclaim: fc.boolean(),
  groupIds,
  reclaimOperator: fc.option(accountId),
  operatorAuthorizedAt: maybe,
  operatorCheck: fc.option(
    fc.record({ at: instant, problem: fc.option(fc.string()), warning: fc.option(fc.string()) }),
  ),
  validation: fc.option(
    fc.record({
      at: instant,
      fingerprint: fc.string(),
      probes: fc.array(
        fc.record({
          name: fc.string(),
          operation: fc.string(),
          process: fc.constantFrom('Download subscriptions', 'Calculate activity'),
          ok: fc.boolean(),
          limited: fc.boolean(),
          text: fc.string(),
        }),
        { maxLength: 3 },
      ),
      groupsOfRoles: fc.option(fc.array(fc.record({ key: id, groupIds }), { maxLength: 3 })),
      projects: fc.record({ seen: count, all: count }),
    }),
  ),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: maybe,
  deletingSince: fc.constant(null),
});

export const run: fc.Arbitrary<JobRun> = fc.record({
  id,
  number: id,
  revision: fc.constant(1),
  profileId: id,
  kind: fc.constantFrom('download', 'activity', 'evaluate', 'reclaim', 'delete'),
  name: fc.string(),
  status: fc.constantFrom('Queued', 'Running', 'Waiting', 'Complete', 'Partial', 'Failed'),
  step: count,
  cursor: fc.option(fc.record({ phase: fc.string(), place: count })),
  progress: fc.record({ done: count, total: fc.option(count), unit: fc.string() }),
  counts: fc.record({ processed: count, created: count, changed: count, left: count, skipped: count, failed: count }),
  requests: count,
  points: count,
  workedMs: count,
  gaps: fc.array(fc.string(), { maxLength: 3 }),
  plan: fc.option(
    fc.record({
      kind: fc.constantFrom('events', 'crawl', 'probe'),
      estimatedRequests: count,
      estimatedPoints: count,
      requests: fc.option(count),
      points: fc.option(count),
    }),
  ),
  summary: fc.string(),
  createdAt: instant,
  updatedAt: instant,
  finishedAt: maybe,
  resumesAt: maybe,
  attempts: count,
  wakeUps: count,
  requestedBy: fc.option(accountId),
  closed: fc.boolean(),
});

export const candidate: fc.Arbitrary<RemovalCandidate> = fc.record({
  number: fc.nat(999).map((n) => `RC${String(n).padStart(7, '0')}`),
  revision: fc.constant(1),
  profileId: id,
  accountId,
  roleKey: id,
  source: fc.constantFrom('rule', 'hand'),
  justification: fc.constantFrom(...JUSTIFICATIONS),
  ruleId: id,
  ruleName: fc.string(),
  thresholdDays: count,
  activityBasis: fc.constantFrom(...ACTIVITY_BASES),
  state: fc.constantFrom(...CANDIDATE_STATES),
  openedAt: instant,
  closedAt: maybe,
  inactiveDays: fc.option(count),
  silentSince: instant,
  because: fc.string(),
  attention: fc.option(fc.string()),
  groupsBefore: fc.option(groupIds),
  seatFreed: fc.option(fc.constantFrom('proven', 'not-freed', 'unknown')),
  attempts: count,
  groupsRemoved: fc.option(groupIds),
  givenBackAt: maybe,
  alsoLost: fc.array(id, { maxLength: 2 }),
  removedIn: fc.option(id),
  blocked: fc.option(fc.record({ kind: fc.constantFrom('kept-alive', 'externally-managed'), groupIds })),
  restored: fc.option(
    fc.record({
      at: instant,
      by: fc.option(accountId),
      groupIds,
      missing: groupIds,
      seatBack: fc.constantFrom('proven', 'not-back', 'unknown'),
    }),
  ),
  restoringSince: maybe,
  returned: fc.option(fc.record({ at: instant, groupIds })),
  notice: fc.option(
    fc.record({
      askedAt: instant,
      by: fc.option(accountId),
      workItem: id,
      answerDay: id,
      zone: id,
      answerBy: instant,
      answer: fc.option(fc.record({ kind: fc.constantFrom('keep', 'release'), at: instant })),
      decision: fc.option(
        fc.record({ kind: fc.constantFrom('granted', 'denied'), at: instant, by: accountId, keptUntil: maybe }),
      ),
    }),
  ),
  keptUntil: maybe,
  timeline: fc.array(
    fc.record(
      { at: instant, text: fc.string(), by: fc.option(accountId), isNote: fc.constant(true as const) },
      { requiredKeys: ['at', 'text', 'by'] },
    ),
    { maxLength: 3 },
  ),
});

export const candidateLine: fc.Arbitrary<CandidateLine> = fc.record({
  accountId,
  roleKey: id,
  number: id,
  state: fc.constantFrom(...CANDIDATE_STATES),
  openedAt: instant,
  inactiveDays: fc.option(count),
  settledAt: fc.option(instant.filter((at) => at > 0)),
  flag: fc.option(fc.constantFrom(...CANDIDATE_FLAGS)),
  until: fc.option(instant.filter((at) => at > 0)),
  askedAt: fc.option(instant.filter((at) => at > 0)),
  alsoLost: fc.array(id, { maxLength: 2 }),
  justification: fc.constantFrom(...JUSTIFICATIONS),
  seatFreed: fc.option(fc.constantFrom(...SEAT_FREED)),
});

export const generation: fc.Arbitrary<Generation> = fc.record({
  id,
  profileId: id,
  buckets: fc.integer({ min: 1, max: 64 }),
  people: count,
  seats: count,
  roles: fc.array(role, { maxLength: 3 }),
  groups: fc.constant(
    ['g-1', 'g-2', 'g-3', 'g-4', 'g-5', 'g-6'].map((group) => ({ id: group, name: `name ${group}` })),
  ),
  completedAt: instant,
  knownSince: instant,
  administrators: fc.record({ groups: fc.constant([{ id: 'g-7', name: 'name g-7' }]), buckets: fc.nat(2) }),
  checks: fc.array(fc.record({ groupId, others: fc.nat(9), checkedAt: instant, readAt: instant }), { maxLength: 3 }),
  previous: fc.option(fc.record({ id, buckets: count })),
});
export const holder: fc.Arbitrary<SeatHolder> = fc.record({
  accountId,
  groupIds,
  firstSeen: maybe,
  administrator: fc.boolean(),
  traits: fc.option(fc.record({ guest: fc.boolean(), serviceAccount: fc.boolean() })),
});

export const person = fc.record(
  { accountId, lastByKind, assignedAt: maybe, assignedTo: fc.tuple(fc.tuple(id, fc.nat())) },
  { requiredKeys: ['accountId', 'lastByKind', 'assignedAt'] },
);
export const coverage: fc.Arbitrary<Coverage> = fc.record(
  {
    from: instant,
    to: instant,
    gaps: fc.array(fc.string(), { maxLength: 3 }),
    limits: fc.array(
      fc.record({ kind: fc.constantFrom('hidden-projects', 'unclear-people', 'newest-only'), text: fc.string() }),
      { maxLength: 2 },
    ),
    viewsFrom: maybe,
    newestOnlyUntil: maybe,
    reading: fc.record({ searchFrom: maybe, auditFrom: maybe, lossesUpTo: instant }),
  },
  // What older versions stored has only these.
  { requiredKeys: ['from', 'to', 'gaps'] },
);

export const unread: fc.Arbitrary<UnreadPerson> = fc.record({ accountId, until: instant, isUnclear: fc.boolean() });

export const eventWatch: fc.Arbitrary<EventWatch> = fc.record({
  since: instant,
  beatAt: instant,
  flowsSince: maybe,
  losses: fc.array(fc.record({ from: instant, to: instant, notedAt: instant }), { maxLength: 3 }),
  installed: fc.option(fc.record({ installation: id, version: fc.option(fc.string()) })),
});
/** Not stored yet. */
export const rule: fc.Arbitrary<ReclamationRule> = fc.record({
  id,
  revision: fc.constant(0),
  profileId: fc.constant('p-1'),
  roleKey: id,
  name: fc.string(),
  lastActivityThresholdDays: count,
  includeNoActivity: fc.boolean(),
  automatic: fc.boolean(),
  activityBasis: fc.constantFrom(...ACTIVITY_BASES),
  createCandidates: fc.boolean(),
  newAccountGraceDays: count,
  maxSeatsPerRun: count,
  secondPersonAbove: fc.option(count),
  freeze: fc.option(fc.record({ from: instant, until: instant })),
  maxPercentPerRun: count,
  condition: fc.record({ groupIds, firstSeenBefore: maybe }),
  protectedAccountIds: fc.array(accountId, { maxLength: 3 }),
  protectedGroupIds: groupIds,
  cadence: fc.constantFrom(...CADENCES),
  mode: fc.constantFrom(...RULE_MODES),
  notifyUser: fc.boolean(),
  answerDays: fc.constantFrom(...ANSWER_DAYS),
  daysBeforeAutoReclamation: count,
  changedAt: maybe,
  changedBy: fc.option(accountId),
  review: fc.option(fc.record({ at: instant, by: accountId })),
});
/** One run of a row of runs, each made a second after the one before. */
export const numberedRun = (n: number, profileId: string, from: number): JobRun =>
  newRun(
    { id: `run-${n}`, number: `JOB${n}`, profileId, kind: 'download', name: 'n', cursor: null, requestedBy: null },
    from + n * 1000,
  );

export const evidence = (text: string, about: string | null = null): EvidenceFacts => ({
  kind: 'reclaim-done',
  at: 1_790_000_000_000,
  by: 'u-1',
  subject: null,
  candidate: about,
  text,
  details: { groupIds: ['g-1'], nested: { seatFreed: 'proven' } },
});
