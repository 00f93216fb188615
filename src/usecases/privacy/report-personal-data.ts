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

/** Tells of the people of the next buckets, and forgets whom nothing is stored of any more. */
async function tell(cursor: ReportCursor, burst: Burst, ports: Ports): Promise<ReportCursor> {
  const { knownPeople, people } = ports;
  const end = Math.min(cursor.bucket + STEP, knownPeople.buckets);
  const buckets = await knownPeople.read(Array.from({ length: end - cursor.bucket }, (_, n) => cursor.bucket + n));
  const stored = [...buckets.values()].flat().filter((person) => isStillStored(person, ports.clock.now()));
  const open = stored.filter(({ reportedAt }) => reportedAt < burst.run.createdAt);
  const told = new Map(stored.map((person) => [person.accountId, person]));
  const closed: AccountId[] = [];
  for (let start = 0; start < open.length; start += REPORTED_TOGETHER) {
    const chunk = open.slice(start, start + REPORTED_TOGETHER);
    closed.push(...(await reportChunk(chunk, told, ports)));
  }
  // Who is to be erased is noted before it is noted that they were told of: a crash in between asks again.
  const pseudonyms = [...(await people.pseudonymsOf(closed)).values()];
  const next = { ...cursor, bucket: end, closed: [...new Set([...cursor.closed, ...pseudonyms])] };
  burst.note({ cursor: { ...cursor, closed: next.closed }, counts: { processed: open.length } });
  await burst.checkpoint();
  for (const [bucket, before] of buckets)
    await knownPeople.write(
      bucket,
      before.flatMap(({ accountId }) => told.get(accountId) ?? []),
    );
  return next;
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
