import type { GroupId } from '../domain/identifiers';
import type { RemovalCandidate, Restoration } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { unlessFailed } from './unless-failed';

/** What Jira shows of a restore; `unseen`: groups that it said it gave back and does not show the person in. */
export interface RestoreProof {
  readonly seatBack: Restoration['seatBack'];
  readonly unseen: readonly GroupId[];
}

type Seat = Pick<RemovalCandidate, 'accountId' | 'roleKey'>;
type Needs = Pick<Ports, 'directory'>;

/** Reads the person back. A group that Jira took and does not show says nothing about the seat: reads lag behind writes. */
export async function proveByGroups(
  { accountId, roleKey }: Seat,
  back: readonly GroupId[],
  { directory }: Needs,
): Promise<RestoreProof> {
  const person = await unlessFailed(() => directory.findPerson(accountId));
  if (!person) return { seatBack: 'unknown', unseen: [] };
  const unseen = back.filter((id) => !person.groupIds.includes(id));
  if (unseen.length > 0) return { seatBack: 'unknown', unseen };
  return { seatBack: person.roleKeys.includes(roleKey) ? 'proven' : 'not-back', unseen };
}

/** The seat proves its only group: one cheap call, where every group that is read costs. Without the seat the groups are read. */
export async function proveBySeat(seat: Seat, back: readonly GroupId[], ports: Needs): Promise<RestoreProof> {
  const seats = await unlessFailed(() => ports.directory.findSeats(seat.accountId));
  return seats?.includes(seat.roleKey) ? { seatBack: 'proven', unseen: [] } : proveByGroups(seat, back, ports);
}
