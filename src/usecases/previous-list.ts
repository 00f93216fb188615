import type { AccountId, GroupId, ProfileId } from '../domain/identifiers';
import type { GroupCheck } from '../domain/group-check';
import type { SeatHolder } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { inParallel } from './in-parallel';

/** The list that readers see now, with who is in which group. */
export interface PreviousList {
  readonly generation: Generation;
  readonly holders: ReadonlyMap<AccountId, SeatHolder>;
  readonly members: ReadonlyMap<GroupId, ReadonlySet<AccountId>>;
  readonly checks: ReadonlyMap<GroupId, GroupCheck>;
}

export async function readPreviousList(
  profileId: ProfileId,
  { subscriptions }: Pick<Ports, 'subscriptions'>,
): Promise<PreviousList | undefined> {
  const generation = await subscriptions.findCurrent(profileId);
  if (!generation) return undefined;
  const { id, groups, buckets, administrators, checks } = generation;
  const count = buckets + administrators.buckets;
  const parts = await inParallel(
    Array.from({ length: count }, (_, bucket) => bucket),
    (bucket) => subscriptions.readBucket({ id, groups: bucket < buckets ? groups : administrators.groups }, bucket),
  );
  const holders = new Map(parts.slice(0, buckets).flatMap((part) => part.map((holder) => [holder.accountId, holder])));
  const members = new Map<GroupId, Set<AccountId>>();
  for (const group of [...groups, ...administrators.groups]) members.set(group.id, new Set());
  for (const { accountId, groupIds } of parts.flat()) {
    for (const groupId of groupIds) members.get(groupId)?.add(accountId);
  }
  return { generation, holders, members, checks: new Map(checks.map((check) => [check.groupId, check])) };
}
