import { missingSince } from '../domain/product-events/event-gap';
import { ACTIVITY_SPANS } from '../domain/license-position';
import { toIso, utcDay, wholeDays, type Instant } from '../domain/instant';
import type { JobKind } from '../domain/job-run';
import { labeled, monthlyCost, type SoftwareModel } from '../domain/software-model';
import type { PausedJob, ProfileOverview } from '../usecases/read-overview';
import type { DataHealth, Overview, RoleNumbers, TrendPoint } from '../shared/contract';
import { missingEventsNote } from './missing-events-note';
import { isoOrNull, runView } from './views';

/** The overview page in one answer: the numbers of all published profiles, what runs, and whether the data can be trusted. */
export function overviewView(
  all: readonly ProfileOverview[],
  models: readonly SoftwareModel[],
  now: Instant,
): Overview {
  const published = all.filter(({ profile }) => profile.status === 'Published');
  const byRole = sumRoles(published, models);
  const sum = (pick: (role: RoleNumbers) => number) => byRole.reduce((total, role) => total + pick(role), 0);
  return {
    profiles: all.map(({ profile: { id, displayName, status } }) => ({ id, displayName, status })),
    byRole,
    seats: sum((role) => role.seats),
    inactive: sum((role) => role.inactive),
    unknown: sum((role) => role.unknown),
    candidatesReady: published.reduce((total, each) => total + each.candidatesReady, 0),
    attentionRequired: published.reduce((total, each) => total + each.attentionRequired, 0),
    keepRequests: published.reduce((total, each) => total + each.keepRequests, 0),
    reclaimRequests: published.flatMap(({ reclaimRequests }) =>
      reclaimRequests.map(({ request: { id, profileId, numbers } }) => ({ id, profileId, seats: numbers.length })),
    ),
    rulesToReview: published.reduce((total, each) => total + each.rulesToReview, 0),
    savings: savingsOf(byRole, models),
    trend: trendOf(published, models),
    activityBuckets: ACTIVITY_SPANS.map((label) => ({
      label,
      seats: published.reduce((total, { position }) => total + (position?.activity[label] ?? 0), 0),
    })),
    running: all.flatMap(({ running }) => running).map(runView),
    lastRuns: all
      .flatMap(({ lastRuns }) => lastRuns)
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(runView),
    health: healthOf(published, now),
  };
}

/** What freeing every candidate would save a month. */
function savingsOf(roles: readonly { roleKey: string; candidates: number }[], models: readonly SoftwareModel[]) {
  return monthlyCost(
    roles.map(({ roleKey, candidates }) => ({ roleKey, seats: candidates })),
    models,
  );
}

/** One point a day: the sum of what every profile counted last on that day or before it. */
function trendOf(published: readonly ProfileOverview[], models: readonly SoftwareModel[]): TrendPoint[] {
  const days = new Map<string, Instant>();
  for (const { at } of published.flatMap(({ past }) => past))
    days.set(utcDay(at), Math.max(at, days.get(utcDay(at)) ?? 0));
  return [...days.values()]
    .sort((a, b) => a - b)
    .map((at) => {
      const roles = published.flatMap(({ past }) => past.filter((position) => position.at <= at).at(-1)?.byRole ?? []);
      const sum = (pick: (role: (typeof roles)[number]) => number) =>
        roles.reduce((total, role) => total + pick(role), 0);
      const savings = savingsOf(roles, models).amount;
      return { at: toIso(at), seats: sum((role) => role.seats), inactive: sum((role) => role.inactive), savings };
    });
}

function sumRoles(published: readonly ProfileOverview[], models: readonly SoftwareModel[]): RoleNumbers[] {
  const roles = new Map<string, Omit<RoleNumbers, 'savings'>>();
  for (const role of published.flatMap(({ position }) => position?.byRole ?? [])) {
    const before = roles.get(role.roleKey);
    roles.set(role.roleKey, {
      roleKey: role.roleKey,
      name: labeled({ key: role.roleKey, name: role.name }, models).name,
      seats: role.seats + (before?.seats ?? 0),
      active: role.active + (before?.active ?? 0),
      inactive: role.inactive + (before?.inactive ?? 0),
      unknown: role.unknown + (before?.unknown ?? 0),
      candidates: role.candidates + (before?.candidates ?? 0),
      excluded: role.excluded + (before?.excluded ?? 0),
    });
  }
  return [...roles.values()].map((role) => ({
    ...role,
    savings: savingsOf([role], models),
  }));
}

const GROWS_OLD: Readonly<Partial<Record<JobKind, string>>> = {
  download: 'who holds a seat now is not known',
  activity: 'what people did since then is not seen',
  evaluate: 'candidates and numbers stay as they were',
  reclaim: '',
  restore: '',
  delete: '',
};

function pausedNote({ name, kind, pausedAt }: PausedJob): string {
  return `${name} has been paused since ${toIso(pausedAt).slice(0, 10)}, so its data grows old: ${GROWS_OLD[kind]}. Resume it on the Jobs page.`;
}

/** Data this old no longer says who is idle now. */
const OLD_AFTER_DAYS = 2;

function healthOf(published: readonly ProfileOverview[], now: Instant): DataHealth {
  const problems = published.flatMap((each) => notesOf(each, now));
  const events = missingEventsNote(published[0]?.eventGaps ?? []);
  const first = published[0];
  const isEmpty = published.every(({ generation }) => generation === undefined);
  return {
    state: isEmpty ? 'empty' : problems.length === 0 && published.every(isMadeUpFor) ? 'healthy' : 'incomplete',
    notes: events === undefined ? problems : [...problems, events],
    downloadedAt: isoOrNull(first?.generation?.completedAt),
    activityFrom: isoOrNull(first?.coverage?.from),
    activityTo: isoOrNull(first?.coverage?.to),
  };
}

/** What product events left out was read from Jira since. */
function isMadeUpFor({ eventGaps, coverage }: ProfileOverview): boolean {
  return missingSince(eventGaps, coverage?.reading?.lossesUpTo ?? 0) === undefined;
}

function notesOf({ profile, generation, coverage, lastRuns, paused }: ProfileOverview, now: Instant): string[] {
  const failed = lastRuns.filter((run) => run.status === 'Failed').map((run) => `${run.name} failed. ${run.summary}`);
  const stopped = paused.map(pausedNote);
  if (!generation)
    return [...failed, ...stopped, `No subscriptions have been downloaded for ${profile.displayName} yet.`];
  const age = wholeDays(generation.completedAt, now);
  return [
    ...failed,
    ...stopped,
    ...(coverage?.gaps ?? []),
    ...(age >= OLD_AFTER_DAYS
      ? [
          `The subscriptions of ${profile.displayName} are ${age} days old (${toIso(generation.completedAt).slice(0, 10)}).`,
        ]
      : []),
    ...(profile.downloadActivity && !coverage
      ? ['Activity has not been collected yet, so nobody is called inactive.']
      : []),
  ];
}
