import type { CandidateNumber } from '../domain/identifiers';
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
}

/** After so many refusals in a row the operator may evidently not act in the background. */
const REFUSALS_TO_STOP = 3;

/**
 * Reclaims the chosen candidates one after the other as the profile's operator. Every person is re-checked at the moment of
 * their removal, and the place is stored after each, so a crash repeats at most one person, whose seat is then found gone.
 */
export const reclaimCandidates: Work = async (burst, ports) => {
  const { profileId } = burst.run;
  const [profile, buckets] = await Promise.all([
    ports.profiles.find(profileId),
    ports.candidates.findBucketCount(profileId),
  ]);
  const lock = profile ? reclaimLock(profile) : 'The profile does not exist any more.';
  if (!profile || lock || buckets === undefined) return stop(burst, lock ?? 'There are no candidates.');
  const site = await readSiteFacts(ports);
  for (
    let cursor = burst.run.cursor as ReclaimCursor;
    cursor.bucket < buckets;
    cursor = burst.run.cursor as ReclaimCursor
  ) {
    if (burst.isOver()) return { kind: 'more' };
    const number = await nextNumber(cursor, buckets, burst, ports);
    if (number === undefined) {
      burst.note({ cursor: { ...cursor, bucket: cursor.bucket + 1, after: '' } });
      continue;
    }
    const refusals = await reclaimNext(number, { profile, site, cursor }, burst, ports);
    if (refusals >= REFUSALS_TO_STOP) return stop(burst, OPERATOR_REFUSED);
  }
  return summarize(burst);
};

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
): Promise<number> {
  const candidate = await ports.candidates.find(number);
  const operator = profile.reclaimOperator;
  const result =
    candidate && operator !== null
      ? await reclaimSeat(
          {
            candidate,
            profile,
            site,
            as: { kind: 'operator', accountId: operator },
            caller: burst.run.requestedBy,
            mode: 'apply',
          },
          ports,
        )
      : undefined;
  const refusals = result?.operatorRefused ? cursor.refusals + 1 : 0;
  const { outcome } = result ?? { outcome: 'kept' };
  burst.note({
    cursor: { ...cursor, after: number, refusals },
    progress: { done: burst.run.progress.done + 1, total: cursor.total, unit: 'people' },
    counts: {
      processed: 1,
      ...(outcome === 'removed' ? { changed: 1 } : outcome === 'failed' ? { failed: 1 } : { skipped: 1 }),
    },
  });
  await burst.checkpoint();
  return refusals;
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
