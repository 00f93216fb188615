import type { AccountId } from '../domain/identifiers';
import { isMissing, nextPages } from '../domain/group-reading';
import type { MemberPage } from '../ports/directory';
import { Failure, isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Burst } from './burst';
import type { DownloadCursor, GroupWork } from './download-cursor';
import { inParallel } from './in-parallel';
import { keepPages, takePages, type ReadPage, type TakenPages } from './take-member-pages';

/** Members per stored part, about 140 KB; the store takes 240. */
const PART_MEMBERS = 3000;
/** Pages that are asked for before the clock is looked at again. */
const WAVE_PAGES = 20;

interface Place {
  readonly index: number;
  readonly startAt: number;
}

/**
 * Reads pages, a few at once, until a part is full, nothing is missing or the burst is over; then stores the part and the place.
 * What was read before a failure is stored too: every page costs points.
 */
export async function readMemberPages(from: DownloadCursor, burst: Burst, ports: Ports): Promise<DownloadCursor> {
  let taken: TakenPages = { groups: from.groups, staged: [], members: 0 };
  const apps: AccountId[] = [];
  let failure: Failure | undefined;
  while (failure === undefined && taken.members < PART_MEMBERS && (taken.staged.length === 0 || !burst.isOver())) {
    const places = missingPlaces(taken.groups);
    if (places.length === 0) break;
    const wave = await readWave(places, taken.groups, ports);
    apps.push(...appsAmong(wave.pages));
    const { groups, staged, members } = takePages(taken.groups, wave.pages);
    taken = { groups, staged: [...taken.staged, ...staged], members: taken.members + members };
    failure = wave.failure;
  }
  if (taken.staged.length === 0 && failure) throw failure;
  const cursor = await keepPages({ ...from, yielded: false }, taken, burst, ports);
  if (apps.length > 0) await ports.activitySettings.addApps(apps);
  await burst.checkpoint();
  if (failure) throw failure;
  return cursor;
}

/** Members that Jira says are apps: what they do is nobody's activity. */
function appsAmong(pages: readonly ReadPage[]): AccountId[] {
  const members = pages.flatMap((page) => page.members);
  return members.filter(({ accountType }) => accountType === 'app').map(({ accountId }) => accountId);
}

/** First pages come first: they tell the sizes, and so how much is left. */
function missingPlaces(groups: readonly GroupWork[]): Place[] {
  const missing = groups.flatMap(({ reading }, index) => (isMissing(reading) ? [{ reading, index }] : []));
  const sized = missing.filter(({ reading }) => reading.pages > 0);
  const places: Place[] = [];
  for (const { reading, index } of [...missing.filter(({ reading: { pages } }) => pages === 0), ...sized]) {
    places.push(...nextPages(reading, WAVE_PAGES - places.length).map((startAt) => ({ index, startAt })));
  }
  return places;
}

/** The pages up to the first that could not be read. */
async function readWave(
  places: readonly Place[],
  groups: readonly GroupWork[],
  ports: Ports,
): Promise<{ pages: ReadPage[]; failure: Failure | undefined }> {
  let failure: Failure | undefined;
  const answers = await inParallel(places, async ({ index, startAt }) => {
    if (failure) return undefined;
    try {
      return { ...(await readPage(groups[index] as GroupWork, startAt, ports)), index, startAt };
    } catch (error) {
      if (!isFailure(error)) throw error;
      failure ??= error;
      return undefined;
    }
  });
  const end = answers.indexOf(undefined);
  return { pages: (end < 0 ? answers : answers.slice(0, end)) as ReadPage[], failure };
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
