import { bucketsAcross } from '../../domain/account-bucket';
import { findExclusion, type ExclusionTarget } from '../../domain/exclusion-rule';
import type { ProfileId } from '../../domain/identifiers';
import type { ListedSeat } from '../../domain/seat-list/seat-list';
import type { Ports } from '../../ports/ports';
import { done, refuse, type Outcome } from '../outcome';
import { readPeople } from '../read-people';
import { listSeats } from './list-seats';
import { REPLACED } from './read-list-changes';

/** A seat as of now, and what the exclusion rule that keeps it is about. */
export type SeatNow = ListedSeat & { readonly excludedBy: ExclusionTarget['kind'] | null };

type Needs = Pick<Ports, 'subscriptions' | 'activity' | 'candidates' | 'exclusions' | 'rules' | 'positions' | 'clock'>;

/**
 * The seats of one bucket of a download, joined from the tables as they are now: for whoever wants plain rows. The page reads the
 * packed list instead. `conflict`: a newer download took its place. Throws a Failure.
 */
export async function readSeatBucket(
  { profileId, generation: id, bucket }: { profileId: ProfileId; generation: string; bucket: number },
  ports: Needs,
): Promise<Outcome<SeatNow[]>> {
  const generation = await ports.subscriptions.findCurrent(profileId);
  if (generation?.id !== id) return refuse('conflict', REPLACED);
  if (bucket >= generation.buckets) return refuse('not-found', `The list has only ${generation.buckets} parts.`);
  const [people, count, exclusions, rules, position, coverage] = await Promise.all([
    readPeople([bucket], generation, ports),
    ports.candidates.findBucketCount(profileId),
    ports.exclusions.list(),
    ports.rules.list(profileId),
    ports.positions.find(profileId),
    ports.activity.findCoverage(profileId),
  ]);
  const cuts = count === undefined ? [] : bucketsAcross(bucket, generation.buckets, count);
  const lines = await Promise.all(cuts.map((cut) => ports.candidates.readBucket(profileId, count ?? 1, cut)));
  const setting = { generation, coverage, rules, now: position?.at ?? ports.clock.now() };
  const seats = listSeats(people, lines.flat(), setting);
  const roleKeyOf = ({ role }: ListedSeat) => generation.roles[role]?.key ?? '';
  const excluded = (seat: ListedSeat) =>
    findExclusion({ accountId: seat.accountId, roleKey: roleKeyOf(seat) }, exclusions)?.target.kind ?? null;
  return done(seats.map((seat) => ({ ...seat, excludedBy: excluded(seat) })));
}
