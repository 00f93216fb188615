import type { ExclusionTarget } from '../../domain/exclusion-rule';
import type { ProfileId } from '../../domain/identifiers';
import { listNamed, movedBuckets, type MovedCandidate } from '../../domain/seat-list/seat-list';
import type { Ports } from '../../ports/ports';
import { done, refuse, type Outcome } from '../outcome';

/** What was decided since a list was written. */
export interface ListChanges {
  /** What active exclusion rules are about. */
  readonly exclusions: readonly ExclusionTarget[];
  readonly candidates: readonly MovedCandidate[];
  /** The bucket to go on from; null: this was all. */
  readonly next: number | null;
}

/** Buckets of one answer: full of candidates they are about 2 MB. */
const TOGETHER = 16;

/** Of the list that readers see, or of the one before. `conflict`: two others took its place. Throws a Failure. */
export async function readListChanges(
  { profileId, list: id, from }: { profileId: ProfileId; list: string; from: number },
  ports: Pick<Ports, 'seatLists' | 'candidates' | 'exclusions'>,
): Promise<Outcome<ListChanges>> {
  const [current, rules, count] = await Promise.all([
    ports.seatLists.find(profileId),
    ports.exclusions.list(),
    ports.candidates.findBucketCount(profileId),
  ]);
  const list = listNamed(current, id);
  if (!list) return refuse('conflict', REPLACED);
  const moved = movedBuckets(list, count === undefined ? [] : await ports.candidates.listRevisions(profileId, count));
  const wanted = moved.filter((bucket) => bucket >= from);
  const read = wanted.slice(0, TOGETHER).map((bucket) => ports.candidates.readBucket(profileId, count ?? 1, bucket));
  const candidates = (await Promise.all(read)).flat();
  return done({
    exclusions: rules.filter(({ active }) => active).map(({ target }) => target),
    candidates: candidates.map(({ accountId, roleKey, number, state }) => ({ accountId, roleKey, number, state })),
    next: wanted[TOGETHER] ?? null,
  });
}

export const REPLACED = 'A newer list has replaced this one. Reload it.';
