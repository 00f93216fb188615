import type { ActivityFact } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { DAY, HOUR, toIso, utcDay, type Instant } from '../domain/instant';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { growTable, mergeIntoTable, NewActivity } from './activity-table';
import type { Burst, Work, WorkResult } from './burst';
import { inParallel } from './in-parallel';

/** Where a collection stands. Phases run in this order. */
interface Cursor {
  readonly phase: 'issues' | 'worklogs' | 'audit' | 'stamps' | 'finish';
  /** Evidence older than this is not kept: it would be the last we know of, not the last there was. */
  readonly from: Instant;
  /** Where this run starts reading; later than `from` on a normal day. */
  readonly since: Instant;
  readonly to: Instant;
  readonly page: string | null;
  readonly worklogsSince: Instant;
  readonly auditFrom: Instant;
  readonly stampDay: Instant;
  readonly issues: number;
  readonly worklogs: number;
  readonly auditRecords: number;
}

/** Search and the audit log lag behind, and worklogs of the last minute are held back: read that much again. */
const OVERLAP = 2 * HOUR;
/** Pages of 100 issues gathered in memory before they are merged into the table. */
const PAGES_PER_MERGE = 50;
/** Events may arrive this late; their days are read again. */
const LATE_STAMPS = 2 * DAY;
const SHORTEST_AUDIT_SLICE = 60_000;

/**
 * Collects who did what since the profile's start date: issues with their comments and changes, worklogs, the audit log, and
 * the day stamps of product events. A normal day reads only what is new. What can't be read becomes a gap of the coverage.
 */
export const collectActivity: Work = async (burst, ports) => {
  const profile = await ports.profiles.find(burst.run.profileId);
  if (profile?.status !== 'Published' || !profile.downloadActivity) {
    return { kind: 'finished', status: 'Partial', summary: 'Activity is not collected for this profile any more.' };
  }
  let cursor = (burst.run.cursor as Cursor | null) ?? (await plan(profile, burst, ports));
  while (cursor.phase !== 'finish') {
    if (burst.isOver()) return { kind: 'more' };
    cursor = await PHASES[cursor.phase](cursor, burst, ports);
    burst.note({ cursor });
    await burst.checkpoint();
  }
  return finish(cursor, burst, ports);
};

async function plan(profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<Cursor> {
  const generation = await ports.subscriptions.findCurrent(profile.id);
  await growTable(generation?.buckets ?? 1, ports.activity);
  const coverage = await ports.activity.findCoverage(profile.id);
  const from = profile.analyzeFrom;
  const goesOn = coverage !== undefined && coverage.gaps.length === 0 && coverage.from <= from;
  const since = goesOn ? Math.max(from, coverage.to - OVERLAP) : from;
  const total = await ports.activitySource.countIssues(since);
  const gaps = (await ports.directory.isContentBlocked())
    ? ['A data security policy hides content from this app, so people who work there look idle.']
    : [];
  const to = ports.clock.now();
  burst.note({ gaps, progress: { done: 0, total, unit: 'work items' } });
  return {
    phase: 'issues',
    from,
    since,
    to,
    page: null,
    worklogsSince: since,
    auditFrom: since,
    stampDay: startOfDay(since - LATE_STAMPS),
    issues: 0,
    worklogs: 0,
    auditRecords: 0,
  };
}

function startOfDay(at: Instant): Instant {
  return at - (at % DAY);
}

type Phase = (cursor: Cursor, burst: Burst, ports: Ports) => Promise<Cursor>;
const PHASES: Readonly<Record<Exclude<Cursor['phase'], 'finish'>, Phase>> = {
  issues: readIssues,
  worklogs: readWorklogs,
  audit: readAudit,
  stamps: readStamps,
};

async function readIssues(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const apps = new Set<AccountId>();
  let { page, issues } = cursor;
  let more = true;
  for (let pages = 0; more && pages < PAGES_PER_MERGE && !burst.isOver(); pages += 1) {
    const answer = await ports.activitySource.readIssues(cursor.since, page);
    news.add(within(answer.facts, cursor));
    for (const app of answer.apps ?? []) apps.add(app);
    for (const rest of await inParallel(answer.truncated, (issue) => readRest(issue, ports)))
      news.add(within(rest, cursor));
    issues += answer.issues;
    page = answer.nextPage;
    more = page !== null;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  if (apps.size > 0) await ports.activitySettings.addApps([...apps]);
  const { total } = burst.run.progress;
  burst.note({
    progress: { done: issues, total: total === null ? null : Math.max(total, issues), unit: 'work items' },
    counts: { processed: issues - cursor.issues },
  });
  return { ...cursor, page, issues, phase: more ? 'issues' : 'worklogs' };
}

/** Reads all comments and changes of an issue that did not fit into the search answer. */
async function readRest(
  issue: { issueKey: string; comments: boolean; changes: boolean },
  { activitySource }: Ports,
): Promise<ActivityFact[]> {
  const facts: ActivityFact[] = [];
  const readers = [
    ...(issue.comments ? [activitySource.readComments.bind(activitySource)] : []),
    ...(issue.changes ? [activitySource.readChanges.bind(activitySource)] : []),
  ];
  for (const read of readers) {
    for (let startAt: number | null = 0; startAt !== null;) {
      const answer = await read(issue.issueKey, startAt);
      facts.push(...answer.facts);
      startAt = answer.nextStartAt;
    }
  }
  return facts;
}

async function readWorklogs(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const page = await ports.activitySource.readWorklogs(cursor.worklogsSince);
  const news = new NewActivity();
  news.add(within(page.facts, cursor));
  await mergeIntoTable(news.drain(), ports.activity);
  burst.note({ counts: { processed: page.worklogs } });
  const worklogs = cursor.worklogs + page.worklogs;
  if (page.nextSince === null) return { ...cursor, worklogs, phase: 'audit' };
  return { ...cursor, worklogs, worklogsSince: page.nextSince };
}

/** Day slices; a slice that is full is halved. A site without a paid plan has no audit log: that is a gap, not silence. */
async function readAudit(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const apps = await ports.activitySettings.listApps();
  let { auditFrom, auditRecords } = cursor;
  let span = DAY;
  try {
    while (auditFrom < cursor.to && !burst.isOver()) {
      const sliceTo = Math.min(auditFrom + span, cursor.to);
      const slice = await ports.activitySource.readAudit(auditFrom, sliceTo);
      if (slice.full && span > SHORTEST_AUDIT_SLICE) {
        span = Math.max(SHORTEST_AUDIT_SLICE, Math.floor(span / 2));
        continue;
      }
      if (slice.full) noteGap(burst, `More audit records than can be read at once around ${toIso(auditFrom)}.`);
      news.add(within(slice.facts, cursor).filter((fact) => !apps.has(fact.accountId)));
      news.addAssignments(slice.assignments);
      auditRecords += slice.records;
      auditFrom = sliceTo;
      span = DAY;
    }
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
    noteGap(
      burst,
      'The audit log could not be read (it needs a paid plan and Administer Jira), so administrators may look idle.',
    );
    auditFrom = cursor.to;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  burst.note({ counts: { processed: auditRecords - cursor.auditRecords } });
  return { ...cursor, auditFrom, auditRecords, phase: auditFrom < cursor.to ? 'audit' : 'stamps' };
}

async function readStamps(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  let { stampDay } = cursor;
  while (stampDay <= cursor.to && !burst.isOver()) {
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page = await ports.stamps.listDay(utcDay(stampDay), next);
      news.add(page.stamps);
      next = page.cursor;
    }
    stampDay += DAY;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  return { ...cursor, stampDay, phase: stampDay <= cursor.to ? 'stamps' : 'finish' };
}

async function finish(cursor: Cursor, burst: Burst, ports: Ports): Promise<WorkResult> {
  const { gaps } = burst.run;
  await ports.activity.saveCoverage(burst.run.profileId, { from: cursor.from, to: cursor.to, gaps });
  const read = `Read ${cursor.issues} work items, ${cursor.worklogs} worklogs and ${cursor.auditRecords} audit records since ${toIso(cursor.since).slice(0, 10)}`;
  return {
    kind: 'finished',
    status: gaps.length === 0 ? 'Complete' : 'Partial',
    summary: gaps.length === 0 ? `${read}; nothing missing.` : `${read}; not everything could be read.`,
  };
}

function noteGap(burst: Burst, gap: string): void {
  if (!burst.run.gaps.includes(gap)) burst.note({ gaps: [...burst.run.gaps, gap] });
}

function within(facts: readonly ActivityFact[], { from }: Cursor): ActivityFact[] {
  return facts.filter((fact) => fact.at >= from);
}
