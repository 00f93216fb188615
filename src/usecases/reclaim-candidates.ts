import type { CandidateNumber } from '../domain/identifiers';
import { MINUTE } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import { reclaimLock } from '../domain/safety-gate';
import type { Ports } from '../ports/ports';
import type { Burst, Work, WorkResult } from './burst';
import { readSiteFacts, reclaimSeat, type SiteFacts } from './reclaim-seat';

/** Where a reclaim run stands: bucket by bucket, in each bucket by candidate number. */
export interface ReclaimCursor {
  /** The chosen candidates; null = every ready one. */
  readonly numbers: readonly CandidateNumber[] | null;
  readonly total: number;
  readonly bucket: number;
  /** The last candidate of this bucket that was dealt with. */
  readonly after: CandidateNumber;
  /** Refusals of the operator in a row. */
  readonly refusals: number;
  /** Jira let the operator change a group in this run. */
  readonly operatorProven: boolean;
}

/** After so many refusals in a row the operator may evidently not act in the background. */
const REFUSALS_TO_STOP = 10;

/**
 * Reclaims the chosen candidates one after the other as the profile's operator. Every person is re-checked at the moment of
 * their removal, and the place is stored after each, so a crash repeats at most one person, whose seat is then found gone.
 */
export const reclaimCandidates: Work = async (burst, ports) => {
  const buckets = await ports.candidates.findBucketCount(burst.run.profileId);
  if (buckets === undefined) return stop(burst, 'There are no candidates.');
  const site = freshSiteFacts(ports);
  let cursor = burst.run.cursor as ReclaimCursor;
  while (cursor.bucket < buckets) {
    if (burst.isOver()) return { kind: 'more' };
    // Read again before every person: an administrator may stop it all by changing the profile.
    const profile = await ports.profiles.find(burst.run.profileId);
    const lock = profile ? reclaimLock(profile) : 'The profile does not exist any more.';
    if (!profile || lock) return stop(burst, lock ?? '');
    const number = await nextNumber(cursor, buckets, burst, ports);
    cursor = number === undefined ? { ...cursor, bucket: cursor.bucket + 1, after: '' } : cursor;
    if (number !== undefined) cursor = await reclaimNext(number, { profile, site: await site(), cursor }, burst, ports);
    if (cursor.refusals >= REFUSALS_TO_STOP) return stop(burst, OPERATOR_REFUSED);
  }
  return summarize(burst);
};

/** The facts about the site, read again once they are a minute old. */
function freshSiteFacts(ports: Ports): () => Promise<SiteFacts> {
  let facts: SiteFacts | undefined;
  let readAt = 0;
  return async () => {
    if (facts === undefined || ports.clock.now() - readAt > MINUTE) {
      facts = await readSiteFacts(ports);
      readAt = ports.clock.now();
    }
    return facts;
  };
}

async function nextNumber(cursor: ReclaimCursor, buckets: number, burst: Burst, ports: Ports) {
  const lines = await ports.candidates.readBucket(burst.run.profileId, buckets, cursor.bucket);
  return lines
    .filter((line) => cursor.numbers?.includes(line.number) ?? line.openedAt <= burst.run.createdAt)
    .filter((line) => line.state === 'Ready' || line.state === 'Awaiting Revocation')
    .map((line) => line.number)
    .filter((number) => number > cursor.after)
    .sort()[0];
}

async function reclaimNext(
  number: CandidateNumber,
  { profile, site, cursor }: { profile: IntegrationProfile; site: SiteFacts; cursor: ReclaimCursor },
  burst: Burst,
  ports: Ports,
): Promise<ReclaimCursor> {
  const candidate = await ports.candidates.find(number);
  const accountId = profile.reclaimOperator;
  const result =
    candidate && accountId !== null
      ? await reclaimSeat(
          {
            candidate,
            profile,
            site,
            as: { kind: 'operator', accountId },
            caller: burst.run.requestedBy,
            mode: 'apply',
            operatorProven: cursor.operatorProven,
          },
          ports,
        )
      : undefined;
  const outcome = result?.outcome ?? 'kept';
  const next: ReclaimCursor = {
    ...cursor,
    after: number,
    refusals: result?.operatorRefused ? cursor.refusals + 1 : 0,
    operatorProven: cursor.operatorProven || outcome === 'removed',
  };
  burst.note({
    cursor: next,
    progress: { done: burst.run.progress.done + 1, total: cursor.total, unit: 'people' },
    counts: {
      processed: 1,
      ...(outcome === 'removed' ? { changed: 1 } : outcome === 'failed' ? { failed: 1 } : { skipped: 1 }),
    },
  });
  await burst.checkpoint();
  return next;
}

const OPERATOR_REFUSED =
  'Jira does not let the reclaim operator act in the background. The candidates stay ready: a site administrator can reclaim them with one click.';

function stop(burst: Burst, reason: string): WorkResult {
  burst.note({ gaps: [...burst.run.gaps, reason] });
  return { ...summarize(burst), status: 'Partial' };
}

function summarize({ run }: Burst): Extract<WorkResult, { kind: 'finished' }> {
  const { changed, skipped, failed } = run.counts;
  const reason = run.gaps[0] ? ` ${run.gaps[0]}` : '';
  return {
    kind: 'finished',
    status: failed > 0 ? 'Partial' : 'Complete',
    summary: `Took back ${changed} seats; ${skipped} were kept after the re-check, ${failed} failed.${reason}`,
  };
}
