import type { RunId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import type { JobRun, RunCounts } from '../domain/job-run';
import { operatorLock } from '../domain/safety-gate';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import type { Work } from './burst';
import { projectCandidates } from './candidate-table';
import { readSiteFacts, type SiteFacts } from './site-facts';
import { restoreSeat, type RestoreSeatResult } from './restore-seat';
import { finishRun, REFUSALS_TO_STOP, stopRun, type SeatChangeCursor } from './seat-change-run';
import { nextPlace } from './walk-candidates';

/** Where a restore run stands. Without chosen candidates everybody is meant whom `run` removed. */
export interface RestoreCursor extends SeatChangeCursor {
  readonly run: { readonly id: RunId; readonly from: Instant } | null;
}

/** Gives the chosen people their groups back, one after the other, as the profile's operator; the place is stored after each. */
export const restoreCandidates: Work = async (burst, ports) => {
  const buckets = await ports.candidates.findBucketCount(burst.run.profileId);
  if (buckets === undefined) return stopRun(burst, 'There are no candidates.', sayCounts);
  const table = { profileId: burst.run.profileId, buckets };
  const site = freshSite(ports);
  let cursor = burst.run.cursor as RestoreCursor;
  if (cursor.number === '') {
    cursor = { ...cursor, ...(await nextPlace(cursor, table, mayBeMeant(cursor), ports)) };
    burst.note({ cursor });
    await burst.checkpoint();
  }
  while (cursor.bucket < buckets) {
    if (burst.isOver()) return { kind: 'more' };
    const canceled = await ports.runs.findCancelRequest(burst.run.id);
    if (canceled && !(await isBegun(cursor, burst.run, ports))) return stopRun(burst, CANCELED, sayCounts);
    const result = await restoreOne(cursor, burst.run, await site(), ports);
    if (result?.kind === 'locked') return stopRun(burst, result.reason, sayCounts);
    const refusals = result?.operatorRefused ? cursor.refusals + 1 : 0;
    cursor = { ...cursor, refusals, ...(await nextPlace(cursor, table, mayBeMeant(cursor), ports)) };
    const done = burst.run.progress.done + (result ? 1 : 0);
    const gaps = [...new Set([...burst.run.gaps, ...whyNotWhole(result)])].slice(0, MOST_REASONS);
    burst.note({ cursor, progress: { done, total: cursor.total, unit: 'people' }, counts: countsOf(result), gaps });
    await burst.checkpoint();
    if (canceled) return stopRun(burst, CANCELED, sayCounts);
    if (refusals >= REFUSALS_TO_STOP) return stopRun(burst, OPERATOR_REFUSED, sayCounts);
  }
  return finishRun(burst, sayCounts);
};

const CANCELED = 'Stopped by an administrator; nobody else is restored.';

/** A burst that was killed left somebody halfway, or their end uncounted: that is settled before the run stops. */
async function isBegun({ number }: RestoreCursor, { createdAt }: JobRun, { candidates }: Ports): Promise<boolean> {
  const candidate = await candidates.find(number);
  return candidate?.restoringSince != null || (candidate?.restored?.at ?? -Infinity) >= createdAt;
}

/** Read again once they are a minute old. */
function freshSite(ports: Ports): () => Promise<SiteFacts> {
  let facts: SiteFacts | undefined;
  let readAt = 0;
  return async () => {
    if (!facts || ports.clock.now() - readAt > MINUTE) {
      facts = await readSiteFacts(ports);
      readAt = ports.clock.now();
    }
    return facts;
  };
}

/** A first sieve by the table; the candidate itself says whether it is meant. */
export function mayBeMeant({ numbers, run }: Pick<RestoreCursor, 'numbers' | 'run'>): (line: CandidateLine) => boolean {
  return (line) => {
    if (line.state !== 'Closed Complete') return false;
    if (numbers) return numbers.includes(line.number);
    // How long after it is not known: whoever a run left halfway is settled after its end, and restoring moves the moment.
    return run !== null && line.settledAt !== null && line.settledAt >= run.from;
  };
}

export function isMeant(
  candidate: RemovalCandidate,
  { numbers, run }: Pick<RestoreCursor, 'numbers' | 'run'>,
): boolean {
  return numbers ? numbers.includes(candidate.number) : candidate.removedIn === run?.id;
}

type Dealt = (RestoreSeatResult & { readonly kind: 'dealt' }) | { readonly kind: 'locked'; readonly reason: string };

async function restoreOne(
  cursor: RestoreCursor,
  run: JobRun,
  site: SiteFacts,
  ports: Ports,
): Promise<(Dealt & { operatorRefused?: boolean }) | undefined> {
  const profile = await ports.profiles.find(run.profileId);
  const accountId = profile?.reclaimOperator ?? null;
  const reason = profile ? operatorLock(profile) : 'The profile does not exist any more.';
  if (!profile || accountId === null || reason) return { kind: 'locked', reason: reason ?? '' };
  const candidate = await ports.candidates.find(cursor.number);
  if (!candidate || !isMeant(candidate, cursor)) return undefined;
  // The burst before this one was stopped behind the record of its outcome.
  if (candidate.restored && candidate.restored.at >= run.createdAt && candidate.restored.missing.length === 0) {
    await projectCandidates([candidate], ports);
    return { kind: 'dealt', ...DONE_BEFORE };
  }
  const as = { kind: 'operator', accountId } as const;
  const { id: runId, requestedBy: caller } = run;
  const result = await restoreSeat({ candidate, profile, site, as, caller, mode: 'apply', runId }, ports);
  return { kind: 'dealt', ...result };
}

const DONE_BEFORE: RestoreSeatResult = {
  outcome: 'restored',
  seatBack: null,
  plan: null,
  notes: [],
  operatorRefused: false,
};

const COUNTED = {
  restored: 'changed',
  partly: 'failed',
  failed: 'failed',
  kept: 'skipped',
  'would-restore': 'skipped',
} as const;

function countsOf(result: Dealt | undefined) {
  return result?.kind === 'dealt' ? { processed: 1, [COUNTED[result.outcome]]: 1 } : {};
}

/** A run tells so many reasons; each candidate tells its own. */
const MOST_REASONS = 10;

function whyNotWhole(result: Dealt | undefined): readonly string[] {
  const isWhole = result?.kind !== 'dealt' || COUNTED[result.outcome] !== 'failed';
  return isWhole ? [] : result.notes.slice(-1);
}

export const OPERATOR_REFUSED =
  'Jira does not let the reclaim operator act in the background. A site administrator can restore the rest one by one.';

function sayCounts({ changed, skipped, failed }: RunCounts): string {
  return `Restored ${changed} ${changed === 1 ? 'seat' : 'seats'}; ${skipped} had nothing to give back, ${failed} could not be restored completely.`;
}
