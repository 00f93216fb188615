import { bucketsAcross } from '../domain/account-bucket';
import type { AccountId, CandidateNumber, GroupId, ProfileId, RoleKey } from '../domain/identifiers';
import { isOpen } from '../domain/removal-candidate';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { SeatMap } from './seat-map';
import { inParallel } from './in-parallel';
import { done, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'candidates' | 'subscriptions' | 'settings'>;

/** A seat that somebody else has to free. */
export interface WorklistEntry {
  readonly number: CandidateNumber;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly groupIds: readonly GroupId[];
  readonly reason: 'kept-alive' | 'externally-managed';
}

/**
 * The open candidates of one bucket whose seat this app can't free: a group that gives it is managed elsewhere, which is known
 * before anything is tried, or the last re-check found a group outside the selection.
 */
export async function readWorklistBucket(
  { profileId, bucket }: { profileId: ProfileId; bucket: number },
  ports: Needs,
): Promise<Outcome<{ rows: WorklistEntry[] }>> {
  const [buckets, generation, managed] = await Promise.all([
    ports.candidates.findBucketCount(profileId),
    ports.subscriptions.findCurrent(profileId),
    ports.settings.listExternallyManaged(),
  ]);
  if (buckets === undefined || bucket >= buckets)
    return refuse('not-found', 'The list of candidates changed. Reload it.');
  const lines = (await ports.candidates.readBucket(profileId, buckets, bucket)).filter(({ state }) => isOpen(state));
  const seats = await readSeats(bucket, buckets, generation, ports);
  const rows = await inParallel(lines, async (line): Promise<WorklistEntry[]> => {
    const { number, accountId, roleKey, flag } = line;
    const locked = (seats.get(line)?.groupIds ?? []).filter((id) => managed.has(id));
    if (locked.length > 0) return [{ number, accountId, roleKey, groupIds: locked, reason: 'externally-managed' }];
    const blocked = flag === 'cannot-be-freed' ? (await ports.candidates.find(number))?.blocked : null;
    // A group that was managed elsewhere when it was tried may be free by now.
    return blocked?.kind === 'kept-alive'
      ? [{ number, accountId, roleKey, groupIds: blocked.groupIds, reason: blocked.kind }]
      : [];
  });
  return done({ rows: rows.flat() });
}

async function readSeats(
  bucket: number,
  buckets: number,
  generation: Generation | undefined,
  { subscriptions }: Needs,
): Promise<SeatMap<SoftwareSubscription>> {
  if (!generation) return new SeatMap();
  const parts = bucketsAcross(bucket, buckets, generation.buckets);
  const holders = await inParallel(parts, (part) => subscriptions.readBucket(generation, part));
  return SeatMap.of(holders.flat().flatMap((holder) => subscriptionsOf(holder, generation.roles)));
}
