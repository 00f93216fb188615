import type { IntegrationProfile } from '../domain/integration-profile';
import { canPublish, connectionValue, isValidationFresh, isValidationPassed } from '../domain/integration-profile';
import type { ActivityKind } from '../domain/activity';
import type { EvidenceEntry } from '../domain/evidence';
import type { JobRun } from '../domain/job-run';
import { toIso, type Instant } from '../domain/instant';
import { isOverdue } from '../domain/asking';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { LogStart } from '../domain/retention/log-start';
import { whyNotRestorable } from '../domain/retention/restorability';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { lastDayBefore } from '../domain/days/told-day';
import { candidateLock, freezeLock } from '../domain/rule-lock';
import { reclaimLock } from '../domain/safety-gate';
import { monthlyCost, type SoftwareModel } from '../domain/software-model';
import type { RestoredNow } from '../usecases/restore-now';
import { lineOf } from '../usecases/candidate-table';
import { closingsOf } from '../usecases/candidate-by-hand';
import type { ReclaimedNow } from '../usecases/reclaim-now';
import type { ListedJob } from '../usecases/list-jobs';
import type { CandidateLine } from '../ports/stores';
import type {
  CandidateRow,
  CandidateView,
  EvidenceEntryView,
  JobView,
  NoticeView,
  OperatorView,
  ProfileView,
  ReclaimResult,
  RestoreResult,
  RunView,
} from '../shared/contract';

/** How records look to the pages: moments as ISO text, derived values computed, nothing that a page must not see. */

export function isoOrNull(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : toIso(at);
}

/** `parentId`: the profile that uses the parent connection. */
export function profileView(profile: IntegrationProfile, cloudId: string, parentId: string | undefined): ProfileView {
  const { validation } = profile;
  return {
    id: profile.id,
    revision: profile.revision,
    displayName: profile.displayName,
    status: profile.status,
    profileType: 'Jira Subscription',
    downloadSubscriptions: true,
    downloadActivity: profile.downloadActivity,
    analyzeFrom: toIso(profile.analyzeFrom),
    reclaim: profile.reclaim,
    groupIds: profile.groupIds,
    reclaimOperator: profile.reclaimOperator,
    connection: connectionValue(profile),
    connectionUrl: `https://api.atlassian.com/ex/jira/${cloudId}`,
    connectionName: profile.connectionName,
    connectionKind: profile.id === parentId ? 'parent' : 'child',
    operator: operatorView(profile),
    reclaimLock: reclaimLock(profile) ?? null,
    validation: validation && {
      at: toIso(validation.at),
      ok: isValidationPassed(profile),
      stale: !isValidationFresh(profile),
      probes: validation.probes,
    },
    canPublish: canPublish(profile),
    createdAt: toIso(profile.createdAt),
    updatedAt: toIso(profile.updatedAt),
    publishedAt: isoOrNull(profile.publishedAt),
  };
}

function operatorView({
  reclaimOperator,
  operatorAuthorizedAt,
  operatorCheck,
}: IntegrationProfile): OperatorView | null {
  if (reclaimOperator === null || operatorAuthorizedAt === null) return null;
  return {
    accountId: reclaimOperator,
    authorizedAt: toIso(operatorAuthorizedAt),
    checkedAt: isoOrNull(operatorCheck?.at),
    problem: operatorCheck?.problem ?? null,
    warning: operatorCheck?.warning ?? null,
  };
}

export function runView(run: JobRun): RunView {
  return {
    id: run.id,
    number: run.number,
    profileId: run.profileId,
    kind: run.kind,
    name: run.name,
    status: run.status,
    createdAt: toIso(run.createdAt),
    updatedAt: toIso(run.updatedAt),
    finishedAt: isoOrNull(run.finishedAt),
    progress: run.progress,
    ...run.counts,
    requests: run.requests,
    points: run.points,
    workedMs: run.workedMs,
    resumesAt: isoOrNull(run.resumesAt),
    gaps: run.gaps,
    plan: run.plan,
    summary: run.summary,
  };
}

const CADENCE_OF: Readonly<Partial<Record<JobRun['kind'], string>>> = {
  download: 'Daily',
  activity: 'After every download',
  report: 'Every 5 days',
};

export function jobView(job: ListedJob): JobView {
  const { id, profileId, kind, name, subflow, lastRun, nextAt, pause } = job;
  return {
    id,
    profileId,
    kind,
    name,
    subflow,
    cadence: CADENCE_OF[kind] ?? 'After every activity run',
    nextAt: isoOrNull(nextAt),
    paused: pause !== undefined,
    pausedBy: pause?.pausedBy ?? null,
    pausedAt: isoOrNull(pause?.pausedAt),
    lastRun: lastRun ? runView(lastRun) : null,
  };
}

/** What somebody did, in words. */
export const WHAT: Readonly<Record<ActivityKind, string>> = {
  'issue-created': 'Created a work item',
  'issue-changed': 'Changed a work item',
  'comment-added': 'Commented',
  'comment-edited': 'Edited a comment',
  worklog: 'Logged work',
  administration: 'Administered Jira',
  'issue-viewed': 'Viewed a work item',
  attachment: 'Attached a file',
  link: 'Linked work items',
  version: 'Changed a version',
  sprint: 'Planned a sprint',
  'admin-auditing': 'Administered Jira: auditing',
  'admin-projects': 'Administered Jira: spaces',
  'admin-permissions': 'Administered Jira: permissions',
  'admin-workflows': 'Administered Jira: workflows',
  'admin-notifications': 'Administered Jira: notifications',
  'admin-fields': 'Administered Jira: custom fields',
  'admin-roadmaps': 'Administered Jira: Advanced Roadmaps',
  'admin-unclear': 'Administered Jira',
};

export function candidateRow(line: CandidateLine): CandidateRow {
  const { number, accountId, roleKey, state, openedAt, inactiveDays, flag, settledAt, until } = line;
  const { justification, seatFreed } = line;
  const moments = { openedAt: toIso(openedAt), settledAt: isoOrNull(settledAt), until: isoOrNull(until) };
  return { number, accountId, roleKey, state, inactiveDays, flag, justification, seatFreed, ...moments };
}

interface CandidateSetting {
  readonly profile: IntegrationProfile | undefined;
  readonly models: readonly SoftwareModel[];
  readonly rules: readonly ReclamationRule[];
  /** The run that took the seat back. */
  readonly removedIn: JobRun | undefined;
  readonly logStart: LogStart;
  readonly now: Instant;
}

export function candidateView(
  candidate: RemovalCandidate,
  { profile, models, rules, removedIn, logStart, now }: CandidateSetting,
): CandidateView {
  return {
    ...candidateRow(lineOf(candidate)),
    profileId: candidate.profileId,
    source: candidate.source,
    mayClose: closingsOf(candidate),
    ruleName: candidate.ruleName,
    closedAt: isoOrNull(candidate.closedAt),
    potentialSavings: monthlyCost([{ roleKey: candidate.roleKey, seats: 1 }], models),
    because: candidate.because,
    attention: candidate.attention,
    removedIn: removedIn ? { id: removedIn.id, number: removedIn.number } : null,
    timeline: candidate.timeline.map(({ at, text, by, isNote = false }) => ({ at: toIso(at), text, by, isNote })),
    groupIds: candidate.groupsBefore ?? profile?.groupIds ?? [],
    removedGroupIds: candidate.groupsRemoved ?? [],
    blocked: candidate.blocked,
    restored: candidate.restored && { ...candidate.restored, at: toIso(candidate.restored.at) },
    returned: candidate.returned && { ...candidate.returned, at: toIso(candidate.returned.at) },
    notice: noticeView(candidate, now),
    whyNotRestorable: whyNotRestorable(candidate, logStart),
    frozen: profile
      ? (reclaimLock(profile) ?? freezeLock(rules, [candidate.roleKey], now) ?? candidateLock(candidate, rules) ?? null)
      : 'The integration profile of this candidate was deleted.',
  };
}

function noticeView(candidate: RemovalCandidate, now: Instant): NoticeView | null {
  const { notice } = candidate;
  if (!notice) return null;
  const { answer, decision } = notice;
  return {
    askedAt: toIso(notice.askedAt),
    askedBy: notice.by,
    workItem: notice.workItem,
    answerBy: toIso(notice.answerBy),
    answerDay: notice.answerDay,
    answerZone: notice.zone,
    isOverdue: isOverdue(candidate, now),
    answer: answer && { kind: answer.kind, at: toIso(answer.at) },
    decision: decision && {
      ...decision,
      at: toIso(decision.at),
      keptUntil: isoOrNull(decision.keptUntil),
      keptThrough: decision.keptUntil === null ? null : lastDayBefore(decision.keptUntil),
    },
  };
}

export function reclaimResult(number: string, result: ReclaimedNow, models: readonly SoftwareModel[]): ReclaimResult {
  const { accountId, roleKey, outcome, seatFreed, groups, alsoLoses, notes } = result;
  const savings = monthlyCost([{ roleKey, seats: 1 }], models);
  return { number, accountId, outcome, seatFreed, groups, alsoLoses, savings, notes };
}

export function restoreResult(number: string, result: RestoredNow): RestoreResult {
  const { accountId, outcome, seatBack, groups, notes } = result;
  return { number, accountId, outcome, seatBack, groups, notes };
}

export function evidenceView(entry: EvidenceEntry): EvidenceEntryView {
  return { ...entry, at: toIso(entry.at) };
}
