import { bucketsAcross } from '../../domain/account-bucket';
import type { SeatList } from '../../domain/seat-list/seat-list';
import type { Ports } from '../../ports/ports';
import type { RevisedLines } from '../../ports/candidate-revisions';
import { readPeople, type PeopleOfBuckets } from '../read-people';
import { listSeats, type ListSetting } from './list-seats';

/** How far a list is written: part of a run's cursor. */
export interface ListDraft {
  readonly parts: number;
  /** As `SeatList.revisions`, so far. */
  readonly revisions: readonly number[];
}

/** People of a download, and the buckets of candidates that may be about them, as they were read or stored. */
export interface ToList {
  readonly people: PeopleOfBuckets;
  readonly tables: ReadonlyMap<number, RevisedLines>;
}

/** A list in which nothing is yet, about a profile whose candidates are cut into so many buckets. */
export function emptyDraft(candidateBuckets: number): ListDraft {
  return { parts: 0, revisions: Array.from({ length: candidateBuckets }, () => 0) };
}

/** Adds people to a list. Repeated from the same draft it writes the same parts. Throws a Failure. */
export async function addToList(
  draft: ListDraft,
  listId: string,
  { people, tables }: ToList,
  setting: ListSetting,
  { seatLists }: Pick<Ports, 'seatLists'>,
): Promise<ListDraft> {
  const revisions = [...draft.revisions];
  // Of a bucket that is read twice, the list has the lines of the earlier reading too.
  for (const [bucket, { revision }] of tables)
    revisions[bucket] = Math.min(revision, draft.revisions[bucket] || revision);
  const lines = [...tables.values()].flatMap((table) => table.lines);
  const parts = await seatLists.write(listId, draft.parts, listSeats(people, lines, setting));
  return { parts, revisions };
}

/** Makes a list the one that readers see. The one before the last is deleted first: whoever began with it has ended. */
export async function publishList(
  listId: string,
  { parts, revisions }: ListDraft,
  { generation, coverage }: ListSetting,
  { seatLists }: Pick<Ports, 'seatLists'>,
): Promise<void> {
  const { id, buckets, profileId, seats, people, roles, groups, completedAt } = generation;
  const last = await seatLists.find(profileId);
  if (last && last.id !== listId && last.previous) await seatLists.sweep(last.previous);
  const previous =
    last?.id === listId ? last.previous : last ? { id: last.id, parts: last.parts, revisions: last.revisions } : null;
  const about = {
    generation: { id, buckets },
    seats,
    people,
    roles,
    groups: groups.map(({ id, name }) => ({ id, name })),
    completedAt,
  };
  const list: SeatList = { id: listId, profileId, parts, ...about, coverage: coverage ?? null, revisions, previous };
  await seatLists.publish(list);
}

/** Buckets of a download that are listed together: about 8,600 people. */
const TOGETHER = 11;

/** Lists a download that was just made current, with what is known of its people by now; the evaluation that follows lists it anew. */
export async function listDownload(listId: string, setting: ListSetting, ports: ListingNeeds): Promise<void> {
  const { buckets, profileId } = setting.generation;
  // A burst that is repeated: readers have it already, and parts that they see never change.
  if ((await ports.seatLists.find(profileId))?.id === listId) return;
  let draft = emptyDraft((await ports.candidates.findBucketCount(profileId)) ?? 0);
  for (let first = 0; first < buckets; first += TOGETHER) {
    const wanted = Array.from({ length: Math.min(TOGETHER, buckets - first) }, (_, n) => first + n);
    const [people, tables] = await Promise.all([
      readPeople(wanted, setting.generation, ports),
      readTables(wanted, draft.revisions.length, setting.generation, ports),
    ]);
    draft = await addToList(draft, listId, { people, tables }, setting, ports);
  }
  await publishList(listId, draft, setting, ports);
}

/** The buckets of candidates, cut into so many, that may be about people in these buckets of the download. */
async function readTables(
  wanted: readonly number[],
  count: number,
  { profileId, buckets }: ListSetting['generation'],
  { candidates }: Pick<Ports, 'candidates'>,
): Promise<ReadonlyMap<number, RevisedLines>> {
  const cuts = count === 0 ? [] : wanted.flatMap((bucket) => bucketsAcross(bucket, buckets, count));
  const read = [...new Set(cuts)].map(
    async (bucket) => [bucket, await candidates.readRevision(profileId, count, bucket)] as const,
  );
  return new Map(await Promise.all(read));
}

type ListingNeeds = Pick<Ports, 'seatLists' | 'candidates' | 'subscriptions' | 'activity'>;
