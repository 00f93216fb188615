import type { AccountId, GroupId, RunId } from '../domain/identifiers';
import { isForBrowser } from '../domain/group-reading';
import { isFinished, type JobRun } from '../domain/job-run';
import { MINUTE } from '../domain/instant';
import { heldFrom, isHeld } from '../domain/reading-lease';
import { behaviorOf } from '../domain/site-check/site-behavior';
import { chargeFor } from '../domain/point-budget';
import type { GroupMember } from '../ports/directory';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { Burst } from './burst';
import { nextTurn } from './claim-download';
import { cursorOf, hasPagesForBrowser, type DownloadCursor } from './download-cursor';
import { BROWSER_READS } from './download-sentences';
import { goOn } from './next-burst';
import { done, refuse, type Outcome, type Refusal } from './outcome';
import { sharedReading, type SharedReading } from './shared-reading';
import { keepPages, takePages, type ReadPage, type TakenPages } from './take-member-pages';

/** A page of members as a browser read it: data, believed only as far as the app can check it. */
export interface HandedInPage {
  readonly groupId: GroupId;
  readonly attempt: number;
  readonly startAt: number;
  readonly total: number | null;
  readonly isLast: boolean;
  readonly members: readonly GroupMember[];
}

export interface HandIn {
  readonly runId: RunId;
  readonly token: string;
  /** None: only says that the browser is still there, and asks how it stands. */
  readonly pages: readonly HandedInPage[];
  readonly caller: AccountId;
}

/** Other writers of the run that are given way to, one after the other. */
const TRIES = 6;
/** A lease is prolonged when less than this is left of it. */
const PROLONGED_BELOW = 1.5 * MINUTE;

/**
 * Takes over pages from the browser that holds the lease of a run. What is there already, or does not join up with what is
 * there, is left out: a part that comes twice, late or beside the background's own changes nothing.
 */
export async function handInMembers(input: HandIn, ports: Ports): Promise<Outcome<SharedReading>> {
  const run = await ports.runs.find(input.runId);
  if (run?.kind !== 'download') return refuse('not-found', 'This download does not exist any more.');
  const lease = await ports.leases.find(run.id);
  const now = ports.clock.now();
  if (isFinished(run)) return done(sharedReading(run, input.token, 'finished'));
  if (!isHeld(lease, now)) return done(sharedReading(run, input.token, 'ended'));
  if (lease.token !== input.token || lease.accountId !== input.caller)
    return done(sharedReading(run, input.token, 'taken'));
  const held = lease.until - now < PROLONGED_BELOW ? { ...lease, until: heldFrom(now) } : lease;
  if (held !== lease) await ports.leases.hold(held);
  return (await takeOverPages(run, input, ports)) ?? done(await nextTurn(held, ports));
}

/** Undefined when there was nothing to take over. */
async function takeOverPages(first: JobRun, input: HandIn, ports: Ports): Promise<Outcome<SharedReading> | undefined> {
  let run: JobRun | undefined = first;
  for (let attempt = 1; run && !isFinished(run); attempt += 1) {
    const cursor = cursorOf(run);
    if (!cursor || input.pages.length === 0) return undefined;
    const problem = problemOf(input.pages, cursor);
    if (problem) return problem;
    try {
      return await keep(new Burst(run, ports, ports.clock.now()), cursor, input, ports);
    } catch (error) {
      if (!isFailure(error, 'store-conflict') || attempt >= TRIES) throw error;
      run = await ports.runs.find(input.runId);
    }
  }
  return undefined;
}

async function keep(
  burst: Burst,
  cursor: DownloadCursor,
  { pages, token }: HandIn,
  ports: Ports,
): Promise<Outcome<SharedReading> | undefined> {
  const taken = takePages(cursor.groups, located(pages, cursor));
  if (taken.staged.length === 0) return undefined;
  await chargeIfCharged(taken, ports);
  const browserPages = cursor.browserPages + taken.staged.length;
  const next = await keepPages({ ...cursor, yielded: true, browserPages }, taken, burst, ports);
  burst.note({ summary: BROWSER_READS });
  const more = hasPagesForBrowser(next);
  await (more ? burst.checkpoint() : goOn(burst, ports));
  return done(sharedReading(burst.run, token, more ? 'read' : 'check'));
}

/** Where Jira charges the app for calls of browsers, they count as the job's own: a page each, and its members. */
async function chargeIfCharged(
  { staged, members }: TakenPages,
  { siteChecks, ledger }: Pick<Ports, 'siteChecks' | 'ledger'>,
): Promise<void> {
  if (!behaviorOf(await siteChecks.find()).bridgeCallsCharged) return;
  ledger.charge(staged.length, staged.length - 1 + chargeFor({ perObject: 2, atMost: 0 }, members));
}

function problemOf(pages: readonly HandedInPage[], { groups }: DownloadCursor): Refusal | undefined {
  for (const { groupId, members } of pages) {
    if (!groups.some(({ id }) => id === groupId))
      return refuse('bad-input', 'The page handed in members of a group that this download does not read. Reload it.');
    if (new Set(members.map(({ accountId }) => accountId)).size < members.length)
      return refuse('bad-input', 'The page handed in the same account twice. Reload it and read again.');
  }
  return undefined;
}

/** Those pages that belong to the reading of their group that is going on. */
function located(pages: readonly HandedInPage[], { groups }: DownloadCursor): ReadPage[] {
  return pages.flatMap(({ groupId, attempt, startAt, total, isLast, members }) => {
    const index = groups.findIndex(({ id }) => id === groupId);
    const reading = groups[index]?.reading ?? null;
    if (!isForBrowser(reading) || reading.attempt !== attempt) return [];
    const nextStartAt = isLast || members.length === 0 ? null : startAt + members.length;
    return [{ index, startAt, members, total, nextStartAt, handedIn: true }];
  });
}
