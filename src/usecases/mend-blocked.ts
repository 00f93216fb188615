import { isMended, waitsForMending } from '../domain/blocked-seat';
import type { GroupId, ProfileId } from '../domain/identifiers';
import { DAY, type Instant } from '../domain/instant';
import { moveCandidate, type RemovalCandidate } from '../domain/removal-candidate';
import type { SoftwareSubscription } from '../domain/software-subscription';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { projectCandidates } from './candidate-table';
import { inParallel } from './in-parallel';
import type { Judged } from './judge-seats';
import { findGroups } from './left-halfway';
import { SETTLES_WITHIN } from './listed-since';
import type { SeatMap } from './seat-map';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'settings' | 'directory'>;

/** A group outside the selection is in no download: so many people are looked up for each part, others on another day. */
const MOST_LOOKED_UP = 20;
const MENDED = 'What stood in the way is gone, so this seat can be taken back again.';

/** What tells whether a group still stands in the way. */
interface Knowing {
  readonly generation: Generation;
  /** The profile's selection as it is now. */
  readonly selected: readonly GroupId[];
  readonly now: Instant;
}

/** Whether the table says that a group stands in the way: only these candidates have to be read. */
export function isBlocked({ state, flag }: CandidateLine): boolean {
  return state === 'Attention Required' && flag === 'cannot-be-freed';
}

/**
 * Makes candidates ready again whose seat could not be freed and can be now: the group may be changed by this app again, or does
 * not give this seat any more. Answers them; their lines are left to the caller.
 */
export async function mendBlocked(
  lines: readonly CandidateLine[],
  judgedOf: SeatMap<Pick<Judged, 'subscription'>>,
  knowing: Knowing,
  ports: Needs,
): Promise<RemovalCandidate[]> {
  const blocked = lines.filter(isBlocked);
  if (blocked.length === 0) return [];
  const managed = await ports.settings.listExternallyManaged();
  // One of the groups that were downloaded is still managed elsewhere: nothing has to be read to know that the seat can't be freed.
  const hopeful = blocked.flatMap((line) => {
    const seat = judgedOf.get(line)?.subscription;
    return seat && !seat.groupIds.some((id) => managed.has(id)) ? [{ line, seat }] : [];
  });
  const found = await inParallel(hopeful, ({ line }) => ports.candidates.find(line.number));
  const known = found.flatMap((candidate, n) => {
    const seat = hopeful[n]?.seat;
    return candidate && seat ? [{ candidate, seat }] : [];
  });
  const changeable = (id: GroupId) => knowing.selected.includes(id) && !managed.has(id);
  const byList = known.filter(({ candidate, seat }) => isFreeByList(candidate, seat, changeable, knowing));
  const rest = known.filter((each) => !byList.includes(each) && waitsForMending(each.candidate));
  const byJira = await freeInJira(
    rest.map(({ candidate }) => candidate),
    changeable,
    knowing,
    ports,
  );
  return makeReady([...byList.map(({ candidate }) => candidate), ...byJira], null, knowing.now, ports);
}

/** By what was downloaded. One that a burst before this one has made ready is in it: only its line is behind. */
function isFreeByList(
  candidate: RemovalCandidate,
  seat: SoftwareSubscription,
  changeable: (id: GroupId) => boolean,
  { generation: { roles, checks }, now }: Knowing,
): boolean {
  if (wasMended(candidate, now)) return true;
  if (!waitsForMending(candidate)) return false;
  const role = roles.find(({ key }) => key === candidate.roleKey);
  const checkedAt = new Map(checks.map((check) => [check.groupId, check.checkedAt]));
  const isListed = (id: GroupId) => (checkedAt.get(id) ?? -Infinity) > triedAt(candidate) + SETTLES_WITHIN;
  const gives = (id: GroupId) => {
    if (role && !role.groupIds.includes(id)) return false;
    return isListed(id) ? seat.groupIds.includes(id) : 'unknown';
  };
  return isMended(candidate.blocked, { changeable, gives });
}

function wasMended({ state, timeline }: RemovalCandidate, now: Instant): boolean {
  const last = timeline.at(-1);
  return state === 'Ready' && last?.at === now && last.text === MENDED;
}

/** When somebody last met what stands in the way. */
function triedAt({ timeline }: RemovalCandidate): Instant {
  return timeline.filter(({ isNote }) => isNote !== true).at(-1)?.at ?? Infinity;
}

/** By the groups that people are in now; another part of them every day where they are many. */
async function freeInJira(
  candidates: readonly RemovalCandidate[],
  changeable: (id: GroupId) => boolean,
  { now }: Knowing,
  ports: Needs,
): Promise<RemovalCandidate[]> {
  const first = candidates.length > MOST_LOOKED_UP ? (Math.floor(now / DAY) * MOST_LOOKED_UP) % candidates.length : 0;
  const today = [...candidates.slice(first), ...candidates.slice(0, first)].slice(0, MOST_LOOKED_UP);
  const free = await inParallel(today, async (candidate) => {
    if (!waitsForMending(candidate)) return false;
    const groupIds = await findGroups(candidate, ports);
    const gives = (id: GroupId) => groupIds?.includes(id) ?? 'unknown';
    return isMended(candidate.blocked, { changeable, gives });
  });
  return today.filter((_, n) => free[n]);
}

/** Moves candidates to Ready and answers them; one that somebody works on at this moment is left as it is. */
async function makeReady(
  candidates: readonly RemovalCandidate[],
  by: string | null,
  now: Instant,
  ports: Pick<Needs, 'candidates' | 'promises'>,
): Promise<RemovalCandidate[]> {
  const ready = await inParallel(candidates, async (candidate) => {
    if (candidate.state === 'Ready') return candidate;
    const entry = { at: now, text: MENDED, by };
    try {
      return await ports.candidates.replace(moveCandidate({ ...candidate, blocked: null }, 'Ready', entry));
    } catch (error) {
      if (!isFailure(error, 'store-conflict')) throw error;
      return undefined;
    }
  });
  return ready.filter((each): each is RemovalCandidate => each !== undefined);
}

/** So many at once while somebody waits at the page; the next evaluation makes the others ready. */
const MOST_AT_ONCE = 200;

/** The same for one profile at once, when a group may be changed again; only what is stored is looked at. */
export async function mendNow(
  {
    profileId,
    selected,
    lines,
  }: { profileId: ProfileId; selected: readonly GroupId[]; lines: readonly CandidateLine[] },
  by: string,
  ports: Pick<Ports, 'candidates' | 'promises' | 'settings' | 'clock'>,
): Promise<RemovalCandidate[]> {
  const blocked = lines.filter(isBlocked).slice(0, MOST_AT_ONCE);
  if (blocked.length === 0) return [];
  const managed = await ports.settings.listExternallyManaged();
  const found = await inParallel(blocked, ({ number }) => ports.candidates.find(number));
  const changeable = (id: GroupId) => selected.includes(id) && !managed.has(id);
  const mended = found.filter(
    (each) =>
      each?.profileId === profileId &&
      waitsForMending(each) &&
      isMended(each.blocked, { changeable, gives: () => 'unknown' }),
  );
  const ready = await makeReady(
    mended.flatMap((each) => each ?? []),
    by,
    ports.clock.now(),
    ports,
  );
  await projectCandidates(ready, ports);
  return ready;
}
