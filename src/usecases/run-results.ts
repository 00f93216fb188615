import type { CandidateNumber, ProfileId, RunId } from '../domain/identifiers';
import type { JobRun } from '../domain/job-run';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { inParallel } from './in-parallel';
import { done, refuse, type Outcome } from './outcome';
import { isReady, type ReclaimCursor } from './reclaim-cursor';
import { isMeant, mayBeMeant, type RestoreCursor } from './restore-candidates';

type Needs = Pick<Ports, 'candidates' | 'runs' | 'clock'>;

/** One person of a run. */
export interface PersonOfRun {
  readonly candidate: RemovalCandidate;
  readonly isRemoved: boolean;
  /** What the run did, in a sentence; null: nothing, or not yet. */
  readonly what: string | null;
}

/** So many chosen candidates are read in one call. */
const PART = 100;
const NO_SUCH_RUN = 'This job result does not exist.';

/**
 * What a reclaim or a restore came to, person by person, however long ago it was: of whom it was started for, or of everybody it
 * dealt with. Part by part, because there may be thousands.
 */
export async function readRunResults(
  { runId, part }: { readonly runId: RunId; readonly part: number },
  ports: Needs,
): Promise<Outcome<{ people: PersonOfRun[]; parts: number }>> {
  const run = await ports.runs.find(runId);
  if (run?.kind !== 'reclaim' && run?.kind !== 'restore') return refuse('not-found', NO_SUCH_RUN);
  const { numbers } = run.cursor as ReclaimCursor | RestoreCursor;
  const parts = numbers ? Math.ceil(numbers.length / PART) : await ports.candidates.findBucketCount(run.profileId);
  if (!parts) return done({ people: [], parts: 1 });
  if (part >= parts) return refuse('not-found', 'The list of candidates changed. Reload it.');
  const wanted = numbers ? numbers.slice(part * PART, (part + 1) * PART) : await numbersIn(part, parts, run, ports);
  const found = await findAll(run.profileId, wanted, ports);
  const people = found.map((candidate) => personOf(candidate, run, ports));
  return done({ people: numbers ? people : people.filter((each) => isOfRun(each, run)), parts });
}

/** Those of a profile's candidates with these numbers that there are. */
export async function findAll(
  profileId: ProfileId,
  numbers: readonly CandidateNumber[],
  { candidates }: Pick<Ports, 'candidates'>,
): Promise<RemovalCandidate[]> {
  const found = await inParallel(numbers, (number) => candidates.find(number));
  return found.filter((each): each is RemovalCandidate => each?.profileId === profileId);
}

/** Whom the run may have been about, by the table. */
async function numbersIn(
  bucket: number,
  buckets: number,
  run: JobRun,
  { candidates }: Needs,
): Promise<CandidateNumber[]> {
  const lines = await candidates.readBucket(run.profileId, buckets, bucket);
  return lines.filter(mayBeOf(run)).map(({ number }) => number);
}

function mayBeOf(run: JobRun): (line: CandidateLine) => boolean {
  if (run.kind === 'restore') return mayBeMeant(run.cursor as RestoreCursor);
  const { openedUpTo = run.createdAt } = run.cursor as ReclaimCursor;
  return ({ openedAt, settledAt }) => openedAt <= openedUpTo && (settledAt === null || settledAt >= run.createdAt);
}

function isOfRun({ candidate, isRemoved, what }: PersonOfRun, run: JobRun): boolean {
  if (run.kind === 'restore') return isMeant(candidate, run.cursor as RestoreCursor);
  const { openedUpTo = run.createdAt } = run.cursor as ReclaimCursor;
  // It has not come to them yet, or was stopped before.
  const isWaiting = run.status !== 'Complete' && isReady(candidate, openedUpTo);
  return isRemoved || isWaiting || what !== null;
}

/** Of the entries of that time those that the run can have made: in the name of whoever asked for it. */
function personOf(candidate: RemovalCandidate, run: JobRun, { clock }: Pick<Ports, 'clock'>): PersonOfRun {
  const to = run.finishedAt ?? clock.now();
  const isOwn = (at: number, by: string | null) => at >= run.createdAt && at <= to && by === run.requestedBy;
  const own = candidate.timeline.filter(({ at, by, isNote }) => isNote !== true && isOwn(at, by));
  // What was left halfway is told after the run has ended.
  const what = own.length > 0 ? (candidate.attention ?? own.at(-1)?.text) : undefined;
  return { candidate, isRemoved: candidate.removedIn === run.id, what: what ?? null };
}
