import { dueForReading, type GroupCheck } from '../domain/group-check';
import { beginReading, isSteady, readingAfter, type GroupReading } from '../domain/group-reading';
import type { AccountId, GroupId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import { sameMembers, withChanges } from '../domain/membership-change';
import { keptMembers } from '../domain/unread-member';
import { Failure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import type { DownloadCursor, GroupWork } from './download-cursor';
import { inParallel } from './in-parallel';
import { NO_NEWS, readNews, type News } from './membership-news';
import type { PreviousList } from './previous-list';
import { readPage } from './read-member-pages';

/** The members of every group at one moment of this run, shown to be right. */
export interface Settled {
  readonly members: ReadonlyMap<GroupId, ReadonlySet<AccountId>>;
  readonly checks: readonly GroupCheck[];
  readonly audited: number | null;
  /** What Jira says that does not fit together, in plain words. */
  readonly remarks: readonly string[];
}

export type Settlement =
  | { readonly kind: 'settled'; readonly settled: Settled }
  /** These have to be read (again) first. */
  | { readonly kind: 'unsettled'; readonly groups: readonly GroupWork[] };

/** Readings of one group before it is given up: side by side, then page after page. */
const MOST_READINGS = 4;
/** Tries to find a moment in which nothing changes, before changes at the wrong moment count as not explained. */
const MOST_SETTLEMENTS = 3;
/** The audit log may lag behind by this much. */
const AUDIT_LAG = 15 * MINUTE;

/** Everything that is known about one group when it is judged. */
interface Known {
  readonly group: GroupWork;
  readonly before: { readonly members: ReadonlySet<AccountId>; readonly check: GroupCheck } | undefined;
  /** By attempt. */
  readonly read: ReadonlyMap<number, ReadMembers>;
  readonly size: number | null;
  readonly news: News;
  readonly now: Instant;
}

interface ReadMembers {
  readonly members: Set<AccountId>;
  readonly others: Set<AccountId>;
}

type Judgement = { readonly members: ReadonlySet<AccountId>; readonly check: GroupCheck; readonly remark?: string };

/**
 * Brings every group up to date with the audit log and compares it with the size that Jira tells. A group is right when
 * everybody in it is known to be a member and their number is the group's: then nobody is missing either. Sizes are asked for
 * before the log is read, and what the log tells about the moments after that makes a group be judged anew.
 */
export async function settleGroups(
  cursor: DownloadCursor,
  previous: PreviousList | undefined,
  ports: Ports,
): Promise<Settlement> {
  const now = ports.clock.now();
  const { groups } = cursor;
  const read = await readStaged(cursor, ports);
  const open = groups.filter(({ reading }) => reading?.pages !== 1 || reading.handedIn);
  const sizes = new Map(
    await inParallel(open, async (group) => [group.id, (await readPage(group, 0, ports, 1)).total] as const),
  );
  const news = await newsOf(open, { previous, read, now }, ports);
  const patient = cursor.settlements + 1 < MOST_SETTLEMENTS;
  if (patient && open.some(({ id }) => news.late.has(id))) return { kind: 'unsettled', groups };
  const judgements = groups.map((group) => {
    const members = previous?.members.get(group.id);
    const check = previous?.checks.get(group.id);
    const before = members && check ? { members, check } : undefined;
    return judge({
      group,
      before,
      read: read.get(group.id) ?? new Map(),
      size: sizes.get(group.id) ?? null,
      news,
      now,
    });
  });
  const next = groups.map((group, index) => (judgements[index] ? group : readAgain(group, sizes.get(group.id), now)));
  const right = judgements.filter((judgement): judgement is Judgement => judgement !== undefined);
  if (right.length < groups.length) return { kind: 'unsettled', groups: next };
  const whole = right.map((judgement, n) => keepUnread(judgement, groups[n] as GroupWork, { previous, read }));
  return { kind: 'settled', settled: settledOf(whole, news) };
}

function settledOf(right: readonly Judgement[], news: News): Settled {
  return {
    members: new Map(right.map(({ check, members }) => [check.groupId, members])),
    checks: right.map(({ check }) => check),
    audited: news.audited,
    remarks: right.flatMap(({ remark }) => remark ?? []),
  };
}

/** What has to be read before anything can be settled: groups that are new here, and those whose turn it is. */
export function firstReadings(
  groups: readonly Omit<GroupWork, 'reading'>[],
  previous: Generation | undefined,
  now: Instant,
): GroupWork[] {
  const checks = previous?.checks ?? [];
  const due = dueForReading(checks, now);
  return groups.map((group) => {
    if (!checks.some(({ groupId }) => groupId === group.id)) return { ...group, reading: beginReading('first', now) };
    return { ...group, reading: due.has(group.id) ? beginReading('weekly', now) : null };
  });
}

function readAgain(group: GroupWork, size: number | null | undefined, now: Instant): GroupWork {
  const { reading, name } = group;
  if (!reading) return { ...group, reading: beginReading('differs', now) };
  if (reading.attempt >= MOST_READINGS) {
    const what = `The members of ${name} did not add up in ${MOST_READINGS} readings: Jira counts ${size ?? 'an unknown number'} and lists ${reading.listed}${size === reading.listed ? ', some of them twice' : ''}.`;
    throw new Failure('jira-changed', what, { operation: 'GET /rest/api/3/group/member' });
  }
  return { ...group, reading: readingAfter(reading, size ?? null, now) };
}

async function newsOf(
  open: readonly GroupWork[],
  {
    previous,
    read,
    now,
  }: { previous: PreviousList | undefined; read: ReadonlyMap<GroupId, ReadonlyMap<number, ReadMembers>>; now: Instant },
  ports: Ports,
): Promise<News> {
  if (open.length === 0) return NO_NEWS;
  const starts = open.map(({ id, reading }) => reading?.startedAt ?? previous?.checks.get(id)?.checkedAt ?? now);
  const isKnown = (accountId: AccountId) =>
    previous?.holders.has(accountId) === true ||
    [...read.values()].some((attempts) => [...attempts.values()].some(({ members }) => members.has(accountId)));
  const since = Math.min(...starts) - AUDIT_LAG;
  return readNews({ groups: open, since, settlingSince: now, isKnown }, ports);
}

async function readStaged({ generationId, parts }: DownloadCursor, { subscriptions }: Ports) {
  const read = new Map<GroupId, Map<number, ReadMembers>>();
  for (const { groupId, attempt, accountIds, others } of await subscriptions.readStaged(generationId, parts)) {
    const attempts = read.get(groupId) ?? new Map<number, ReadMembers>();
    const sofar = attempts.get(attempt) ?? { members: new Set(), others: new Set() };
    for (const accountId of accountIds) sofar.members.add(accountId);
    for (const accountId of others) sofar.others.add(accountId);
    read.set(groupId, attempts.set(attempt, sofar));
  }
  return read;
}

/** Whoever was in the group before and may be one of those that Jira lists in a form that can't be understood stays in it. */
function keepUnread(
  judgement: Judgement,
  { id, name, reading }: GroupWork,
  {
    previous,
    read,
  }: { previous: PreviousList | undefined; read: ReadonlyMap<GroupId, ReadonlyMap<number, ReadMembers>> },
): Judgement {
  const { members, check } = judgement;
  const others = (reading && read.get(id)?.get(reading.attempt)?.others) ?? [];
  const { kept, unread } = keptMembers(others, previous?.members.get(id) ?? [], members);
  if (unread === 0) return judgement;
  const remark = `Jira lists ${unread} of the members of ${name} in a form that can’t be understood: whoever was there before stays.`;
  const left = Math.max(0, check.others - kept.length);
  return { members: new Set([...members, ...kept]), check: { ...check, others: left }, remark };
}

function judge(known: Known): Judgement | undefined {
  const { reading } = known.group;
  return reading ? judgeRead(known, reading) : judgeKept(known);
}

/** Nothing was read: the list before, with the changes since, has to have the size that Jira tells. */
function judgeKept({ group, before, size, news, now }: Known): Judgement | undefined {
  if (!before || size === null || news.doubtful.has(group.id)) return undefined;
  const { check } = before;
  const members = withChanges(before.members, changesSince(news, group, check.checkedAt));
  if (members.size + check.others !== size) return undefined;
  return { members, check: { ...check, checkedAt: now } };
}

function judgeRead(known: Known, reading: GroupReading): Judgement | undefined {
  const read = known.read.get(reading.attempt) ?? { members: new Set<AccountId>(), others: new Set<AccountId>() };
  // One page is one moment. Otherwise two readings that agree show that nobody came or went between them, unless somebody is
  // listed twice: then somebody else may be missing, however often that is read.
  const twin = known.read.get(reading.attempt - 1);
  const agrees = reading.pages === 1 || (twin !== undefined && sameMembers(read.members, twin.members));
  const isOneMoment = agrees && read.members.size + read.others.size === reading.listed;
  if (reading.handedIn && overlap(read)) return undefined;
  if (reading.handedIn && !isProven(reading, read, known.size)) return explained(known, reading, read);
  return explained(known, reading, read) ?? (isOneMoment ? atOneMoment(known.group, reading, read) : undefined);
}

/** Nobody is a person on one page and an app on another. */
function overlap({ members, others }: ReadMembers): boolean {
  return [...others].some((accountId) => members.has(accountId));
}

/** What a browser hands in is believed about who is in the group, never about how many there are. */
function isProven({ listed }: GroupReading, { members, others }: ReadMembers, size: number | null): boolean {
  return size !== null && listed === size && members.size + others.size === size;
}

/** Pages, with what the audit log tells about the time since, have the size that Jira tells. */
function explained(
  { group, size, news, now }: Known,
  reading: GroupReading,
  { members, others }: ReadMembers,
): Judgement | undefined {
  if (size === null || news.audited === null || news.late.has(group.id) || news.doubtful.has(group.id))
    return undefined;
  const changes = changesSince(news, group, reading.startedAt);
  const after = withChanges(members, changes);
  const left = withChanges(
    others,
    changes.filter(({ joined }) => !joined),
  ).size;
  const isExplained = after.size + left === size && (isSteady(reading) || changes.length > 0);
  if (!isExplained) return undefined;
  return { members: after, check: { groupId: group.id, others: left, checkedAt: now, readAt: reading.startedAt } };
}

function atOneMoment(group: GroupWork, reading: GroupReading, { members }: ReadMembers): Judgement {
  const { total, listed, startedAt } = reading;
  const others = (total ?? listed) - members.size;
  const check = { groupId: group.id, others, checkedAt: startedAt, readAt: startedAt };
  if (total === null || total === listed) return { members, check };
  return { members, check, remark: `Jira counts ${total} members of ${group.name} and lists ${listed}.` };
}

function changesSince({ changes }: News, group: GroupWork, at: Instant) {
  return changes.filter((change) => change.groupId === group.id && change.at >= at - AUDIT_LAG);
}
