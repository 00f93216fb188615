import type { GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { isPutBack } from '../domain/managed-group';
import { noteOn, type RemovalCandidate } from '../domain/removal-candidate';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { projectCandidates } from './candidate-table';
import type { Judged } from './judge-seats';
import { givenBackSince } from './given-back';
import { isGone, listedSince } from './listed-since';
import { markManaged } from './mark-managed';
import type { SeatMap } from './seat-map';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'evidence' | 'settings'>;

/**
 * Finds people whose seat was taken back and who hold it again although nobody restored it with this app, nor another seat with a
 * group that gives it too: marked on the candidate, counted per group. A group that people keep coming back to counts as managed
 * elsewhere from then on. Answers those found now.
 */
export async function markReturns(
  lines: readonly CandidateLine[],
  judgedOf: SeatMap<Pick<Judged, 'subscription'>>,
  generation: Generation,
  now: Instant,
  ports: Needs,
): Promise<RemovalCandidate[]> {
  // Whose removal is not proven yet may never have been gone.
  const gone = lines.filter(isGone).filter(({ seatFreed }) => seatFreed !== 'unknown');
  if (gone.length === 0) return [];
  const found: RemovalCandidate[] = [];
  for (const line of gone) {
    const seat = judgedOf.get(line)?.subscription;
    const there = seat?.groupIds.filter(listedSince(generation, line)) ?? [];
    if (there.length === 0) continue;
    const given = await givenBackSince(line.accountId, line.settledAt, ports);
    const groupIds = there.filter((id) => !given.has(id));
    if (groupIds.length === 0) continue;
    const marked = await markOne(line, groupIds, now, ports);
    if (marked) found.push(marked);
  }
  await projectCandidates(found, ports);
  return found;
}

async function markOne(
  { number }: CandidateLine,
  there: readonly GroupId[],
  now: Instant,
  ports: Needs,
): Promise<RemovalCandidate | undefined> {
  const candidate = await ports.candidates.find(number);
  // Closed by hand, restored, or found before and only the table is behind.
  if (!candidate?.groupsRemoved || candidate.restored || candidate.restoringSince !== null) return undefined;
  if (candidate.returned) return candidate;
  const { groupsRemoved, seatFreed } = candidate;
  // A seat that was never free is returned to only by a group that was taken.
  const groupIds = seatFreed === 'not-freed' ? there.filter((id) => groupsRemoved.includes(id)) : there;
  if (groupIds.length === 0) return undefined;
  const text = `Back in ${groupIds.length === 1 ? 'a group' : `${groupIds.length} groups`} that gives this seat, although nobody restored it here.`;
  const { accountId, attempts, profileId, roleKey } = candidate;
  await ports.evidence.append(
    {
      kind: 'seat-returned',
      at: now,
      by: null,
      subject: accountId,
      candidate: number,
      text,
      details: { groupIds, profileId, roleKey },
    },
    `${number}.${attempts}.seat-returned`,
  );
  for (const groupId of groupIds) await countReturn(groupId, candidate, now, ports);
  const returned = { at: now, groupIds };
  try {
    return await ports.candidates.replace(noteOn({ ...candidate, returned }, { at: now, text, by: null }));
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return undefined; // somebody works on it at this moment: the next evaluation finds it again
  }
}

async function countReturn(
  groupId: GroupId,
  { accountId, attempts, number }: RemovalCandidate,
  at: Instant,
  ports: Needs,
): Promise<void> {
  const returns = await ports.settings.addReturn(groupId, { accountId, candidate: number, at });
  if (!isPutBack(returns)) return;
  const details = { returns: returns.map(({ candidate }) => candidate) };
  const found = { groupId, because: 'returns', by: null, at, candidate: number, details } as const;
  await markManaged({ ...found, name: `${number}.${attempts}` }, ports);
}
