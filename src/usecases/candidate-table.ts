import { bucketOf, intoBuckets } from '../domain/account-bucket';
import { flagOf, waitsUntil } from '../domain/candidate-marks';
import type { AccountId, ProfileId, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { CANDIDATE_STATES, isOpen, type CandidateState, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine, CandidateStore } from '../ports/stores';
import { inParallel } from './in-parallel';
import { savePromises } from './promises/save-promises';

/** What the table says of a candidate. */
export function lineOf(candidate: RemovalCandidate): CandidateLine {
  const { accountId, roleKey, number, state, openedAt, inactiveDays, restored, closedAt } = candidate;
  const { justification, seatFreed, alsoLost } = candidate;
  const settledAt = restored?.at ?? closedAt;
  const askedAt = (isOpen(state) && candidate.notice?.askedAt) || null;
  const marks = { flag: flagOf(candidate), until: waitsUntil(candidate), askedAt };
  const proof = { justification, seatFreed, alsoLost };
  return { accountId, roleKey, number, state, openedAt, inactiveDays, settledAt, ...marks, ...proof };
}

/** Whose seat may be taken back now: ready, given up, or asked in vain. */
export function isTakeable({ state, until }: CandidateLine, now: Instant): boolean {
  if (state === 'Awaiting User') return until !== null && until <= now;
  return state === 'Ready' || state === 'Awaiting Revocation';
}

/** Whose removal did not work last time: a person may take it up again, the background never does by itself. */
export function isResumable({ state }: CandidateLine): boolean {
  return state === 'Attention Required';
}

/** Cuts the table of candidates into another number of buckets; repeating it after a crash is harmless. */
export async function resizeCandidateTable(profileId: ProfileId, wanted: number, store: CandidateStore): Promise<void> {
  const current = await store.findBucketCount(profileId);
  if (current === wanted) return;
  // Of a table that never was there is nothing to cut: a bucket is there when it has lines.
  if (current !== undefined) {
    const buckets = intoBuckets(await readCandidateTable(profileId, store), wanted, (line) => line.accountId);
    await inParallel(buckets, (lines, bucket) => store.writeBucket(profileId, wanted, bucket, lines));
  }
  await store.setBucketCount(profileId, wanted);
}

/** The newest line about one seat; undefined: it never was a candidate. */
export async function findLine(
  seat: { readonly profileId: ProfileId; readonly accountId: AccountId; readonly roleKey: RoleKey },
  store: CandidateStore,
): Promise<CandidateLine | undefined> {
  const count = await store.findBucketCount(seat.profileId);
  if (count === undefined) return undefined;
  const lines = await store.readBucket(seat.profileId, count, bucketOf(seat.accountId, count));
  return lines.find(({ accountId, roleKey }) => accountId === seat.accountId && roleKey === seat.roleKey);
}

/** Every line of a profile's table. */
export async function readCandidateTable(profileId: ProfileId, store: CandidateStore): Promise<CandidateLine[]> {
  const count = await store.findBucketCount(profileId);
  if (count === undefined) return [];
  const numbers = Array.from({ length: count }, (_, bucket) => bucket);
  return (await inParallel(numbers, (bucket) => store.readBucket(profileId, count, bucket))).flat();
}

export function countStates(lines: readonly CandidateLine[]): Record<CandidateState, number> {
  const counts = Object.fromEntries(CANDIDATE_STATES.map((state) => [state, 0])) as Record<CandidateState, number>;
  for (const line of lines) counts[line.state] += 1;
  return counts;
}

type Stores = Pick<Ports, 'candidates' | 'promises'>;

/**
 * Stores a changed candidate, on condition of its revision, and brings its line, and what is promised of its seat, in step; answers
 * it with the new revision.
 */
export async function storeCandidate(candidate: RemovalCandidate, ports: Stores): Promise<RemovalCandidate> {
  const stored = await ports.candidates.replace(candidate);
  await projectCandidates([stored], ports);
  return stored;
}

/**
 * Brings the lines of candidates of one profile, and what is promised of their seats, in step with them. The candidate is the
 * truth, the line its projection; the promise outlives both.
 */
export async function projectCandidates(candidates: readonly RemovalCandidate[], ports: Stores): Promise<void> {
  await savePromises(candidates, ports);
  const store = ports.candidates;
  const profileId = candidates[0]?.profileId;
  const count = profileId === undefined ? undefined : await store.findBucketCount(profileId);
  if (profileId === undefined || count === undefined) return;
  const touched = new Map<number, RemovalCandidate[]>();
  for (const candidate of candidates) {
    const bucket = bucketOf(candidate.accountId, count);
    touched.set(bucket, [...(touched.get(bucket) ?? []), candidate]);
  }
  for (const [bucket, moved] of touched) {
    const news = new Map(moved.map((candidate) => [candidate.number, candidate]));
    await store.updateBucket(profileId, count, bucket, (lines) =>
      lines.map((line) => {
        const candidate = news.get(line.number);
        return candidate ? lineOf(candidate) : line;
      }),
    );
  }
}
