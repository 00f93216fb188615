import { nextPages, withPage, type GroupReading } from '../domain/group-reading';
import type { GroupMember, MemberPage } from '../ports/directory';
import { Failure, isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { StagedMembers } from '../ports/stores';
import type { Burst } from './burst';
import type { DownloadCursor, GroupWork } from './download-cursor';
import { inParallel } from './in-parallel';

/** Members per stored part, about 140 KB; the store takes 240. */
const CHUNK_MEMBERS = 3000;
/** Pages that are asked for before the clock is looked at again. */
const WAVE_PAGES = 20;

interface Place {
  readonly index: number;
  readonly startAt: number;
}

/** Whether pages of a group are still missing. */
export function needsPages({ groups }: DownloadCursor): boolean {
  return groups.some(({ reading }) => reading !== null && reading.nextStartAt !== null);
}

/**
 * Reads pages, a few at once, until a part is full, nothing is missing or the burst is over; then stores the part and the place.
 * What was read before a failure is stored too: every page costs points.
 */
export async function readMemberPages(from: DownloadCursor, burst: Burst, ports: Ports): Promise<DownloadCursor> {
  const groups = [...from.groups];
  const staged: StagedMembers[] = [];
  let members = 0;
  let failure: Failure | undefined;
  while (failure === undefined && members < CHUNK_MEMBERS && (staged.length === 0 || !burst.isOver())) {
    const places = missingPlaces(groups);
    if (places.length === 0) break;
    const wave = await readWave(places, groups, ports);
    for (const [index, page] of wave.pages.entries()) {
      const place = places[index] as Place;
      const taken = takePage(groups[place.index] as GroupWork, place.startAt, page);
      if (!taken) continue;
      groups[place.index] = taken.group;
      staged.push(taken.staged);
      members += page.members.length;
    }
    failure = wave.failure;
  }
  if (staged.length === 0 && failure) throw failure;
  await ports.subscriptions.stage(from.generationId, from.chunks, staged);
  const cursor = { ...from, groups, chunks: from.chunks + 1 };
  const done = burst.run.progress.done + members;
  burst.note({ cursor, progress: { done, total: expected(groups, done), unit: 'members' } });
  await burst.checkpoint();
  if (failure) throw failure;
  return cursor;
}

function missingPlaces(groups: readonly GroupWork[]): Place[] {
  const places: Place[] = [];
  groups.forEach(({ reading }, index) => {
    if (!reading) return;
    places.push(...nextPages(reading, WAVE_PAGES - places.length).map((startAt) => ({ index, startAt })));
  });
  return places;
}

/** The pages up to the first that could not be read. */
async function readWave(
  places: readonly Place[],
  groups: readonly GroupWork[],
  ports: Ports,
): Promise<{ pages: MemberPage[]; failure: Failure | undefined }> {
  let failure: Failure | undefined;
  const answers = await inParallel(places, async ({ index, startAt }) => {
    if (failure) return undefined;
    try {
      return await readPage(groups[index] as GroupWork, startAt, ports);
    } catch (error) {
      if (!isFailure(error)) throw error;
      failure ??= error;
      return undefined;
    }
  });
  const end = answers.indexOf(undefined);
  return { pages: (end < 0 ? answers : answers.slice(0, end)) as MemberPage[], failure };
}

/** Reads a page of a group, or its size with `limit` 1. A group that is gone is named. */
export async function readPage(
  { id, name, selected }: GroupWork,
  startAt: number,
  { directory }: Pick<Ports, 'directory'>,
  limit?: number,
): Promise<MemberPage> {
  try {
    return await directory.readMembers(id, startAt, limit);
  } catch (error) {
    if (!isFailure(error, 'jira-not-found')) throw error;
    const what = selected
      ? `A selected group no longer exists: ${name} (${id}). Edit the groups of the profile.`
      : `An administrators’ group was deleted meanwhile: ${name} (${id}). Run the job again.`;
    throw new Failure('jira-not-found', what);
  }
}

function takePage(group: GroupWork, startAt: number, page: MemberPage) {
  const reading: GroupReading | undefined = group.reading ? withPage(group.reading, startAt, page) : undefined;
  if (!reading) return undefined;
  const isPerson = (member: GroupMember) => member.active && member.accountType === 'atlassian';
  const idsOf = (members: readonly GroupMember[]) => members.map((member) => member.accountId);
  const staged: StagedMembers = {
    groupId: group.id,
    attempt: reading.attempt,
    accountIds: idsOf(page.members.filter(isPerson)),
    others: idsOf(page.members.filter((member) => !isPerson(member))),
  };
  return { group: { ...group, reading }, staged };
}

/** How many members will have been read in the end; null until every group told its size. */
function expected(groups: readonly GroupWork[], done: number): number | null {
  let missing = 0;
  for (const { reading } of groups) {
    if (!reading || reading.nextStartAt === null) continue;
    if (reading.total === null) return null;
    missing += Math.max(0, reading.total - reading.listed);
  }
  return done + missing;
}
