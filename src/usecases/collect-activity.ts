import type { Coverage, CoverageLimit } from '../domain/coverage';
import { viewsKnownFrom } from '../domain/event-watch';
import { missingSince } from '../domain/product-events/event-gap';
import { behaviorOf } from '../domain/site-check/site-behavior';
import type { IntegrationProfile } from '../domain/integration-profile';
import { toIso, type Instant } from '../domain/instant';
import { readingOf } from '../domain/reading-legs';
import { chooseSearch } from '../domain/search-plan';
import { needsEveryKind } from '../domain/silence';
import type { Ports } from '../ports/ports';
import type { ActivityStore } from '../ports/stores';
import { growTable } from './activity-table';
import type { Burst, Work, WorkResult } from './burst';
import { noteGap, startLeg, type Cursor, type Phase } from './collection-cursor';
import { limitsOf } from './coverage-limits';
import { crawlIssues } from './crawl-issues';
import { planSearch, type ChooseSearch } from './plan-search';
import { probeSilent } from './probe-silent';
import { takeInFound } from './take-in-found';
import { readAudit, readStamps, readWorklogs } from './read-feeds';

/**
 * Collects who did what since the profile's start date, cheapest source first: worklogs, the audit log, the day stamps of
 * product events, and a search for whatever those can't tell. A normal day reads only what is new and searches nothing. What
 * can't be read becomes a gap of the coverage.
 */
export const collectActivity: Work = collectActivityBy(chooseSearch);

/** The same with another way to choose between the searches. */
export function collectActivityBy(choose: ChooseSearch): Work {
  const phases: Readonly<Record<Exclude<Cursor['phase'], 'finish'>, Phase>> = {
    worklogs: readWorklogs,
    audit: readAudit,
    stamps: readStamps,
    plan: (cursor, burst, ports) => planSearch(cursor, burst, ports, choose),
    issues: crawlIssues,
    probe: probeSilent,
  };
  return async (burst, ports) => {
    const profile = await ports.profiles.find(burst.run.profileId);
    if (profile?.status !== 'Published' || !profile.downloadActivity) {
      return { kind: 'finished', status: 'Partial', summary: 'Activity is not collected for this profile any more.' };
    }
    let cursor = (burst.run.cursor as Cursor | null) ?? (await begin(profile, burst, ports));
    while (cursor.phase !== 'finish') {
      if (burst.isOver()) return { kind: 'more' };
      cursor = await phases[cursor.phase](cursor, burst, ports);
      burst.note({ cursor });
      await burst.checkpoint();
    }
    return finish(cursor, profile, burst, ports);
  };
}

async function begin(profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<Cursor> {
  const now = ports.clock.now();
  const [generation, coverage, watch, rules, isBlocked] = await Promise.all([
    ports.subscriptions.findCurrent(profile.id),
    ports.activity.findCoverage(profile.id),
    ports.eventWatch.find(),
    ports.rules.list(profile.id),
    ports.directory.isContentBlocked(),
  ]);
  await prepareTable(generation?.buckets ?? 1, ports.activity);
  const eventsMissingSince = coverage && (await findMissing(coverage, ports));
  const { analyzeFrom } = profile;
  const kinds = needsEveryKind(rules);
  const { from, legs } = readingOf({
    analyzeFrom,
    coverage,
    watch,
    eventsMissingSince,
    isBlocked,
    needsEveryKind: kinds,
    now,
  });
  burst.note({ gaps: isBlocked ? [BLOCKED] : [] });
  return startLeg({
    phase: 'worklogs',
    from,
    to: now,
    legs,
    worklogsSince: from,
    auditFrom: from,
    stampDay: from,
    page: null,
    crawl: 0,
    crawled: 0,
    unreadItems: [],
    probe: null,
    witnesses: [],
    flowsFrom: null,
    read: { issues: 0, worklogs: 0, audit: 0, people: 0 },
    auditLostFrom: null,
    workLostFrom: null,
    auditNotUnderstood: null,
    isBlocked,
    unclear: 0,
    wasLimited: false,
    later: 0,
    newestOnlyUntil: coverage?.newestOnlyUntil ?? null,
    before: null,
  });
}

async function prepareTable(buckets: number, store: ActivityStore): Promise<void> {
  await growTable(buckets, store);
  await takeInFound(store);
}

const BLOCKED = 'A data security policy hides content from this app, so people who work there look idle.';

/** The earliest product event that is missing, of those the last run may not have known of. */
async function findMissing({ reading }: Coverage, { eventGaps }: Ports): Promise<Instant | undefined> {
  return missingSince(await eventGaps.list(0), reading?.lossesUpTo ?? 0);
}

async function finish(cursor: Cursor, profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<WorkResult> {
  const { gaps } = burst.run;
  const [before, watch, settings, eventGaps, site] = await Promise.all([
    ports.activity.findCoverage(profile.id),
    ports.eventWatch.find(),
    ports.activitySettings.find(),
    ports.eventGaps.list(0),
    ports.siteChecks.find(),
  ]);
  const behavior = behaviorOf(site);
  const ownViewsMissing = behavior.missingViews.includes('work-item-views');
  const searchFrom = searchAgainFrom(cursor, before);
  const limits = limitsOf(cursor, profile, behavior);
  await ports.activity.saveCoverage(profile.id, {
    from: cursor.from,
    to: cursor.to,
    gaps,
    limits,
    viewsFrom: ownViewsMissing ? null : viewsKnownFrom(watch, settings.viewsFrom, eventGaps),
    newestOnlyUntil: cursor.newestOnlyUntil,
    auditNotUnderstood: cursor.auditNotUnderstood ?? before?.auditNotUnderstood,
    reading: { searchFrom, auditFrom: cursor.auditLostFrom, lossesUpTo: cursor.to },
  });
  noteCost(cursor, burst);
  const unread = limits.find(({ kind }) => kind === 'unread-items');
  if (unread) noteGap(burst, unread.text);
  return {
    kind: 'finished',
    status: burst.run.gaps.length === 0 ? 'Complete' : 'Partial',
    summary: summaryOf(cursor, burst, limits),
  };
}

/** From where the next run has to search again; null: everything was found. */
function searchAgainFrom(cursor: Cursor, before: Coverage | undefined): Instant | null {
  if (cursor.isBlocked) return Math.min(cursor.from, before?.reading?.searchFrom ?? Infinity);
  return cursor.workLostFrom;
}

/** What the search did cost, beside what was expected. */
function noteCost({ before }: Cursor, burst: Burst): void {
  const { plan, requests, points } = burst.run;
  if (!plan || !before) return;
  burst.note({ plan: { ...plan, requests: requests - before.requests, points: points - before.points } });
}

const HOW = {
  events: 'product events told the rest, so nothing was searched',
  crawl: 'read all work items that were updated',
  probe: 'searched only for the people nothing else showed',
} as const;

function summaryOf(
  { read, from, auditNotUnderstood }: Cursor,
  { run }: Burst,
  limits: readonly CoverageLimit[],
): string {
  const people = read.people > 0 ? `, asked about ${read.people} silent people` : '';
  const since = toIso(from).slice(0, 10);
  const what = `Read ${read.issues} work items, ${read.worklogs} worklogs and ${read.audit} audit records${people}; activity is known since ${since}`;
  const { plan } = run;
  const how = plan ? ` How: ${HOW[plan.kind]} (${plan.points ?? 0} points, estimated ${plan.estimatedPoints}).` : '';
  const missing =
    run.gaps.length > 0
      ? '; not everything could be read.'
      : limits.length > 0 || auditNotUnderstood
        ? '; see its limits.'
        : '; nothing missing.';
  return `${what}${missing}${how}`;
}
