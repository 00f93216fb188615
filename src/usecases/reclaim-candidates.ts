import type { IntegrationProfile } from '../domain/integration-profile';
import type { RoleKey } from '../domain/identifiers';
import type { RunCounts } from '../domain/job-run';
import { isOpen, isRemovalUnderWay } from '../domain/removal-candidate';
import { operatorLock, reclaimLock } from '../domain/safety-gate';
import type { Ports } from '../ports/ports';
import type { Burst, Work } from './burst';
import { projectCandidates } from './candidate-table';
import { isAlone, meantBy, type ReclaimCursor } from './reclaim-cursor';
import type { ReclaimSeatResult } from './one-reclaim';
import { reclaimSeat } from './reclaim-seat';
import { finishRun, REFUSALS_TO_STOP, stopRun } from './seat-change-run';
import { watchGate, type WatchedGate } from './watch-gate';
import { nextPlace } from './walk-candidates';

/**
 * Reclaims the chosen candidates one after the other as the profile's operator. Every person is re-checked at the moment of
 * their removal, and the place is stored after each, so a crash repeats at most one person, whose seat is then found gone.
 */
export const reclaimCandidates: Work = async (burst, ports) => {
  const buckets = await ports.candidates.findBucketCount(burst.run.profileId);
  if (buckets === undefined) return stopRun(burst, 'There are no candidates.', sayCounts);
  let cursor = await begin(buckets, burst, ports);
  const gate = watchGate(isAlone(cursor), ports);
  while (cursor.bucket < buckets) {
    if (burst.isOver()) return { kind: 'more' };
    // Read again before every person: an administrator may stop it all by changing the profile.
    const profile = await ports.profiles.find(burst.run.profileId);
    if (!profile) return stopRun(burst, 'The profile does not exist any more.', sayCounts);
    const canceled = await ports.runs.findCancelRequest(burst.run.id);
    const watched = await gate(profile, burst.run.counts.failed);
    const hindrance = canceled ? CANCELED : (reclaimLock(profile) ?? operatorLock(profile) ?? watched.red);
    const isLast = hindrance !== undefined;
    if (isLast && !(await isBegun(cursor, profile, ports))) return stopRun(burst, hindrance, sayCounts);
    const next = await reclaimOne({ profile, watched, cursor, buckets, hindrance }, burst, ports);
    if (typeof next === 'string') return stopRun(burst, next, sayCounts);
    if (isLast) return stopRun(burst, hindrance, sayCounts);
    cursor = next;
    if (cursor.refusals >= REFUSALS_TO_STOP) return stopRun(burst, OPERATOR_REFUSED, sayCounts);
  }
  return finishRun(burst, sayCounts);
};

/** Chooses the first candidate and stores the choice before anything is done about it. */
async function begin(buckets: number, burst: Burst, ports: Ports): Promise<ReclaimCursor> {
  const stored = burst.run.cursor as ReclaimCursor;
  if (stored.number !== '') return stored;
  const cursor = await moveOn(stored, buckets, burst, ports);
  burst.note({ cursor });
  await burst.checkpoint();
  return cursor;
}

/** The place of the next candidate, or behind the last bucket. */
async function moveOn(from: ReclaimCursor, buckets: number, burst: Burst, ports: Ports): Promise<ReclaimCursor> {
  const { profileId } = burst.run;
  const isChosen = meantBy({ ...burst.run, cursor: from }, ports.clock.now());
  return { ...from, ...(await nextPlace(from, { profileId, buckets }, isChosen, ports)) };
}

/**
 * A burst that was killed left somebody halfway, or their end uncounted: whatever stops the run, that is settled first. Where
 * nobody may act any more it is left to the closing of the run.
 */
async function isBegun(
  { number }: ReclaimCursor,
  { reclaimOperator }: IntegrationProfile,
  { candidates }: Ports,
): Promise<boolean> {
  if (reclaimOperator === null) return false;
  const candidate = await candidates.find(number);
  return candidate !== undefined && (isRemovalUnderWay(candidate) || !isOpen(candidate.state));
}

interface Turn {
  readonly profile: IntegrationProfile;
  readonly watched: WatchedGate;
  readonly cursor: ReclaimCursor;
  readonly buckets: number;
  /** Why nobody may be removed any more: whoever is halfway is given back what was taken. */
  readonly hindrance: string | undefined;
}

/**
 * Deals with the candidate at the cursor, then counts it and moves on in one step: none is left out or counted twice. A sentence:
 * the limit that keeps the rest.
 */
async function reclaimOne(turn: Turn, burst: Burst, ports: Ports): Promise<ReclaimCursor | string> {
  const { cursor } = turn;
  const dealt = await dealWith(turn, burst, ports);
  if (typeof dealt === 'string') return dealt;
  const { outcome, operatorRefused } = dealt;
  const next: ReclaimCursor = {
    ...(await moveOn(cursor, turn.buckets, burst, ports)),
    refusals: operatorRefused ? cursor.refusals + 1 : 0,
    operatorProven: cursor.operatorProven || outcome === 'removed',
  };
  burst.note({
    cursor: next,
    progress: { done: burst.run.progress.done + 1, total: cursor.total, unit: 'people' },
    counts: {
      processed: 1,
      [COUNTED_AS[outcome]]: 1,
    },
  });
  await burst.checkpoint();
  return next;
}

async function dealWith(
  { profile, watched, cursor, hindrance }: Turn,
  burst: Burst,
  ports: Ports,
): Promise<Pick<ReclaimSeatResult, 'outcome' | 'operatorRefused'> | string> {
  const candidate = await ports.candidates.find(cursor.number);
  const accountId = profile.reclaimOperator;
  if (!candidate || accountId === null) return { outcome: 'kept', operatorRefused: false };
  if (!isOpen(candidate.state)) {
    // The burst before this one was stopped behind the record of its outcome.
    await projectCandidates([candidate], ports);
    return { outcome: candidate.state === 'Closed Complete' ? 'removed' : 'kept', operatorRefused: false };
  }
  const { operatorProven, initiator } = cursor;
  const as = { kind: 'operator', accountId } as const;
  const caller = burst.run.requestedBy;
  const runId = burst.run.id;
  const { site, news } = watched;
  const limit = isRemovalUnderWay(candidate) ? undefined : watched.limitOf(candidate.roleKey);
  if (limit !== undefined) return limit;
  const who = { as, caller, initiator, operatorProven };
  const isUsedUp = (roleKey: RoleKey) => watched.limitOf(roleKey) !== undefined;
  const result = await reclaimSeat(
    { candidate, profile, site, news, ...who, mode: 'apply', runId, hindrance, isUsedUp },
    ports,
  );
  const { outcome, alsoLoses } = result;
  if (outcome === 'removed' || outcome === 'asked') watched.count([candidate.roleKey, ...alsoLoses], outcome);
  return result;
}

const COUNTED_AS: Readonly<Record<ReclaimSeatResult['outcome'], keyof RunCounts>> = {
  removed: 'changed',
  asked: 'left',
  failed: 'failed',
  kept: 'skipped',
  'would-remove': 'skipped',
  'would-ask': 'skipped',
};

const CANCELED = 'Stopped by an administrator; whoever is left stays ready.';
const OPERATOR_REFUSED =
  'Jira does not let the reclaim operator act in the background. The candidates stay ready: a site administrator can reclaim them with one click.';

function sayCounts({ changed, left, skipped, failed }: RunCounts): string {
  const asked = left === 0 ? '' : ` ${left} ${left === 1 ? 'person was' : 'people were'} asked first,`;
  return `Took back ${changed} ${changed === 1 ? 'seat' : 'seats'};${asked} ${skipped} kept after the re-check, ${failed} failed.`;
}
