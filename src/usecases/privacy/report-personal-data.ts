import { intoBuckets } from '../../domain/account-bucket';
import type { AccountId } from '../../domain/identifiers';
import { DAY, type Instant } from '../../domain/instant';
import {
  foundAgain,
  isStillStored,
  reported,
  REPORTED_TOGETHER,
  type KnownPerson,
} from '../../domain/privacy/known-person';
import type { Pseudonym } from '../../domain/privacy/pseudonym';
import { INSTALLATION } from '../../domain/scheduled-job';
import type { StoredPlace } from '../../ports/personal-data';
import type { Ports } from '../../ports/ports';
import type { Burst, Work, WorkResult } from '../burst';
import { startErasure } from './erase-people';

/** Where a report stands: everybody is looked up in the storage first, then Atlassian is told of them. */
interface ReportCursor {
  /** Null: everybody was found. */
  readonly place: StoredPlace | null;
  /** Day stamps are looked at from here on. */
  readonly since: Instant;
  readonly bucket: number;
  /** Whose accounts were closed. */
  readonly closed: readonly Pseudonym[];
}

/** Day stamps live so long. */
const OLDEST_STAMP = 120 * DAY;
/** People in memory before they are noted. */
const NOTED_TOGETHER = 5_000;
/** Buckets of one step, so that a small site takes few requests. */
const STEP = 16;
/** People of one step, or a few more. */
const TOLD_TOGETHER = 500;

/**
 * Tells Atlassian of every account that something is stored of, at most 90 at a time, and has erased whose account was closed.
 * Who was told of in this run is not told of again, however often it is interrupted.
 */
export const reportPersonalData: Work = async (burst, ports) => {
  let cursor = (burst.run.cursor as ReportCursor | null) ?? (await begin(ports));
  while (cursor.place !== null || cursor.bucket < ports.knownPeople.buckets) {
    if (burst.isOver()) return { kind: 'more' };
    cursor = cursor.place === null ? await tell(cursor, burst, ports) : await find(cursor, cursor.place, ports);
    burst.note({ cursor });
    await burst.checkpoint();
  }
  return finish(cursor, burst, ports);
};

/** Stamps of days before were looked at by the run before, if there was one. */
async function begin({ runs, clock }: Ports): Promise<ReportCursor> {
  const page = await runs.list({ profileId: INSTALLATION.id });
  const last = page.runs.find(({ kind, status }) => kind === 'report' && status === 'Complete');
  const since = last ? last.createdAt - DAY : clock.now() - OLDEST_STAMP;
  return { place: { area: 0, cursor: null }, since, bucket: 0, closed: [] };
}

async function find(cursor: ReportCursor, from: StoredPlace, ports: Ports): Promise<ReportCursor> {
  const found = new Set<AccountId>();
  let place: StoredPlace | null = from;
  while (place !== null && found.size < NOTED_TOGETHER) {
    const part = await ports.personalData.listPart(place, cursor.since, ports.clock.now());
    for (const accountId of part.accountIds) found.add(accountId);
    place = part.next;
  }
  await note(found, ports);
  return { ...cursor, place };
}

async function note(found: ReadonlySet<AccountId>, { knownPeople, clock }: Ports): Promise<void> {
  const now = clock.now();
  const cut = intoBuckets(found, knownPeople.buckets, (accountId) => accountId);
  const before = await knownPeople.read(cut.flatMap(({ length }, bucket) => (length > 0 ? [bucket] : [])));
  for (const [bucket, accountIds] of cut.entries()) {
    if (accountIds.length === 0) continue;
    const people = new Map((before.get(bucket) ?? []).map((person) => [person.accountId, person]));
    for (const accountId of accountIds) people.set(accountId, foundAgain(people.get(accountId), accountId, now));
    await knownPeople.write(bucket, [...people.values()]);
  }
}

/** Tells of the people of the next buckets, and forgets whom nothing is stored of any more. What is hindered keeps what was told. */
async function tell(cursor: ReportCursor, burst: Burst, ports: Ports): Promise<ReportCursor> {
  const { buckets, end } = await nextBuckets(cursor.bucket, ports);
  const stored = [...buckets.values()].flat().filter((person) => isStillStored(person, ports.clock.now()));
  const open = stored.filter(({ reportedAt }) => reportedAt < burst.run.createdAt);
  const told = new Map(stored.map((person) => [person.accountId, person]));
  const closed: AccountId[] = [];
  let { closed: known } = cursor;
  try {
    for (let start = 0; start < open.length; start += REPORTED_TOGETHER) {
      const chunk = open.slice(start, start + REPORTED_TOGETHER);
      closed.push(...(await reportChunk(chunk, told, ports)));
      burst.note({ counts: { processed: chunk.length } });
    }
  } finally {
    known = await noteClosed(closed, cursor, burst, ports);
    for (const [bucket, before] of buckets) {
      const people = before.flatMap(({ accountId }) => told.get(accountId) ?? []);
      if (people.some((person, n) => person !== before[n]) || people.length < before.length)
        await ports.knownPeople.write(bucket, people);
    }
  }
  return { ...cursor, bucket: end, closed: known };
}

/** As many of the next buckets as make some requests. */
async function nextBuckets(from: number, { knownPeople }: Ports) {
  const wanted = Array.from({ length: Math.min(STEP, knownPeople.buckets - from) }, (_, n) => from + n);
  const read = await knownPeople.read(wanted);
  const buckets = new Map<number, readonly KnownPerson[]>();
  let end = from;
  for (let people = 0; end < from + wanted.length && people < TOLD_TOGETHER; end += 1) {
    const rows = read.get(end) ?? [];
    people += rows.length;
    if (rows.length > 0) buckets.set(end, rows);
  }
  return { buckets, end };
}

/** Who is to be erased is noted before it is noted that they were told of: a crash in between asks again. */
async function noteClosed(closed: readonly AccountId[], cursor: ReportCursor, burst: Burst, { people }: Ports) {
  if (closed.length === 0) return cursor.closed;
  const pseudonyms = [...(await people.pseudonymsOf(closed)).values()];
  const all = [...new Set([...cursor.closed, ...pseudonyms])];
  burst.note({ cursor: { ...cursor, closed: all } });
  await burst.checkpoint();
  return all;
}

/** Answers whose accounts were closed. */
async function reportChunk(
  chunk: readonly KnownPerson[],
  told: Map<AccountId, KnownPerson>,
  { accounts, clock }: Ports,
): Promise<AccountId[]> {
  const news = new Map((await accounts.report(chunk)).map((each) => [each.accountId, each]));
  const now = clock.now();
  for (const person of chunk) told.set(person.accountId, reported(person, news.get(person.accountId), now));
  return chunk.map(({ accountId }) => accountId).filter((accountId) => news.get(accountId)?.status === 'closed');
}

async function finish({ closed }: ReportCursor, { run }: Burst, ports: Ports): Promise<WorkResult> {
  if (closed.length > 0) await startErasure({ id: `${run.id}.erase`, people: closed, requestedBy: null }, ports);
  const { processed } = run.counts;
  const summary = `We told Atlassian of ${processed} accounts; ${closed.length} of them were closed and are erased.`;
  return { kind: 'finished', status: 'Complete', summary };
}
