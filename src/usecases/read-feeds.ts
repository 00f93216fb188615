import { rolesGiven } from '../domain/access-given';
import type { ActivityFact, AssignmentFact } from '../domain/activity';
import type { AuditNotUnderstood } from '../domain/coverage';
import { DELIVERY } from '../domain/event-watch';
import type { AccountId } from '../domain/identifiers';
import { DAY, toIso, utcDay, type Instant } from '../domain/instant';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import { auditSlices } from './audit-slices';
import { mergeIntoTable, NewActivity, type AccessNews } from './activity-table';
import { listGivenBack } from './given-back';
import { currentLeg, loseWork, noteGap, within, type Cursor } from './collection-cursor';

/** Worklogs that are compared with product events. */
const MOST_WITNESSES = 50;

/** One page of the feed of worklogs: everybody who logged work, at the moment they did. */
export async function readWorklogs(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const page = await ports.activitySource.readWorklogs(cursor.worklogsSince);
  const news = new NewActivity();
  news.add(within(page.facts, cursor, ports.clock.now()));
  await mergeIntoTable(news.drain(), ports.activity);
  burst.note({ counts: { processed: page.worklogs } });
  const read = { ...cursor.read, worklogs: cursor.read.worklogs + page.worklogs };
  if (page.lostAt !== null) noteGap(burst, tooManyAt(page.lostAt));
  if (page.unread > 0) noteGap(burst, notUnderstood(page.unread, 'worklog', cursor.worklogsSince));
  const lostFrom = page.unread > 0 ? cursor.worklogsSince : page.lostAt === null ? null : page.lostAt - 1;
  const known = { ...cursor, read, witnesses: withWitnesses(cursor, page.facts) };
  const next = lostFrom === null ? known : loseWork(known, lostFrom);
  const isRead = page.nextSince === null || page.nextSince >= currentLeg(cursor).to;
  return isRead ? { ...next, phase: 'audit' } : { ...next, worklogsSince: page.nextSince };
}

/** Jira lists them by that moment, a thousand at most: the others can't be asked for. */
function tooManyAt(at: Instant): string {
  return `More than a thousand worklogs were changed at the same moment (${toIso(at)}, probably an import), and Jira does not list them all.`;
}

/** Nothing tells whom they name, so they are a doubt about everybody. */
function notUnderstood(count: number, what: 'worklog' | 'audit record', from: Instant): string {
  return `${count === 1 ? `1 ${what}` : `${count} ${what}s`} since ${toIso(from)} can’t be understood: until Jira answers them otherwise, nobody is called inactive.`;
}

function withWitnesses(cursor: Cursor, facts: readonly ActivityFact[]): Cursor['witnesses'] {
  const { from, to } = currentLeg(cursor);
  const told = facts.filter(({ at }) => at >= from && at < to - DELIVERY);
  const known = new Map([
    ...cursor.witnesses.map((each) => [witnessKey(...each), each] as const),
    ...told.map(({ accountId, at }) => [witnessKey(accountId, at), [accountId, at]] as const),
  ]);
  return [...known.values()].slice(-MOST_WITNESSES);
}

const witnessKey = (accountId: AccountId, at: Instant): string => `${accountId} ${utcDay(at)}`;

/** A site without a paid plan has no audit log: that is a gap, not silence. */
export async function readAudit(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const apps = await ports.activitySettings.listApps();
  const { to } = currentLeg(cursor);
  let { auditFrom, auditLostFrom, auditNotUnderstood } = cursor;
  let records = 0;
  try {
    for await (const slice of auditSlices(auditFrom, to, ports)) {
      if (slice.full) noteGap(burst, `More audit records than can be read at once around ${toIso(auditFrom)}.`);
      if (slice.full) auditLostFrom = Math.min(auditFrom, auditLostFrom ?? Infinity);
      if (slice.unread > 0) noteGap(burst, notUnderstood(slice.unread, 'audit record', auditFrom));
      if (slice.unread > 0) auditLostFrom = Math.min(auditFrom, auditLostFrom ?? Infinity);
      news.add(within(slice.facts, cursor, ports.clock.now()).filter((fact) => !apps.has(fact.accountId)));
      news.addAccess(await newAccess(slice.assignments, ports));
      records += slice.records;
      auditNotUnderstood = withMore(auditNotUnderstood, slice.notUnderstood);
      auditFrom = slice.to;
      if (burst.isOver()) break;
    }
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
    noteGap(burst, NO_AUDIT);
    auditLostFrom = Math.min(auditFrom, auditLostFrom ?? Infinity);
    auditFrom = to;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  burst.note({ counts: { processed: records } });
  const read = { ...cursor.read, audit: cursor.read.audit + records };
  return { ...cursor, read, auditFrom, auditLostFrom, auditNotUnderstood, phase: auditFrom < to ? 'audit' : 'stamps' };
}

function withMore(known: AuditNotUnderstood | null, more: readonly Instant[]): AuditNotUnderstood | null {
  if (more.length === 0) return known;
  return { records: (known?.records ?? 0) + more.length, lastAt: Math.max(known?.lastAt ?? -Infinity, ...more) };
}

/** Without groups that give no seat, and without what this app itself gave back. */
async function newAccess(assignments: readonly AssignmentFact[], ports: Ports): Promise<readonly AccessNews[]> {
  if (assignments.length === 0) return [];
  const from = Math.min(...assignments.map(({ at }) => at));
  const [roles, givenBack] = await Promise.all([ports.directory.listRoles(), listGivenBack({ from }, ports)]);
  const given = assignments.map(({ groups = [], ...each }) => {
    const roleKeys = groups.length === 0 ? null : rolesGiven({ ...each, groups }, roles, givenBack);
    return { ...each, roleKeys };
  });
  return given.filter(({ roleKeys }) => roleKeys?.length !== 0);
}

/** Anybody may administer something, a project at least, so this is a doubt about everybody whatever the rules count. */
const NO_AUDIT =
  'Jira refused the audit log, so people who only administer would look idle: until it can be read, nobody is called inactive and no removal candidates are made. It needs at least one paid Jira plan, and the app’s own user needs the global permission Administer Jira; give it back under Global permissions, and the next daily run makes up for it.';

/** The days on which product events saw somebody. */
export async function readStamps(cursor: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const news = new NewActivity();
  const { to } = currentLeg(cursor);
  let { stampDay, flowsFrom } = cursor;
  const watchedSince = (await ports.eventWatch.find())?.since ?? Infinity;
  while (stampDay <= to && !burst.isOver()) {
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page = await ports.stamps.listDay(utcDay(stampDay), next);
      news.add(page.stamps);
      for (const { at } of page.stamps) if (at >= watchedSince) flowsFrom = Math.min(at, flowsFrom ?? Infinity);
      next = page.cursor;
    }
    stampDay += DAY;
  }
  await mergeIntoTable(news.drain(), ports.activity);
  return { ...cursor, stampDay, flowsFrom, phase: stampDay <= to ? 'stamps' : 'plan' };
}
