import { bucketCountFor, intoBuckets } from '../domain/account-bucket';
import type { AccountId, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import {
  compareDownloads,
  subscriptionsOf,
  type AccountTraits,
  type SeatHolder,
} from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { foundInDownload, readArrivals, type ArrivalOf } from './arrivals';
import type { Burst } from './burst';
import type { DownloadChanges, DownloadCursor, Ready } from './download-cursor';
import { inParallel } from './in-parallel';
import { lookUpTraits } from './look-up-traits';
import type { PreviousList } from './previous-list';
import type { Settled } from './settle-groups';

/**
 * Writes the list and counts what changed. Nobody sees it yet; a burst that is repeated from here on counts nothing twice. When
 * nobody came or went, the parts that are there are kept.
 */
export async function writeGeneration(
  cursor: DownloadCursor,
  previous: PreviousList | undefined,
  settled: Settled,
  burst: Burst,
  ports: Ports,
): Promise<Ready> {
  const arrivalOf = await readArrivals(previous, ports);
  const now = burst.run.createdAt;
  const listed = holdersOf(cursor, settled, previous, { arrivalOf, now });
  const isNew = (accountId: AccountId) => !previous?.holders.has(accountId);
  const holders = withTraits(listed, await lookUpTraits(listed, cursor, isNew, ports));
  const guarded = guardedOf(cursor, settled);
  const described = describe(cursor, settled, holders, burst, previous, ports.clock.now());
  const kept = previous && isUnchanged(previous, cursor, holders, settled) ? previous.generation : undefined;
  const generation: Generation = kept
    ? { ...kept, ...described, id: kept.id }
    : {
        ...described,
        buckets: bucketCountFor(holders.size),
        administrators: {
          groups: cursor.groups.filter(({ selected }) => !selected).map(({ id, name }) => ({ id, name })),
          buckets: guarded.length === 0 ? 0 : bucketCountFor(guarded.length),
        },
        previous: previous ? { id: previous.generation.id, buckets: partsOf(previous.generation) } : null,
      };
  if (!kept) {
    await writeBuckets(generation, holders, guarded, ports);
    const found = foundInDownload(holders, { previous, roles: cursor.roles, now }, arrivalOf);
    await ports.activity.addFound(generation.id, found);
  }
  const changes = changesOf(settled, previous, holders);
  const ready = { generation, outdated: kept ? null : (previous?.generation.previous ?? null), changes };
  const { memberships, others, joined, left, changedGroups } = changes;
  burst.note({
    cursor: { ...cursor, ready },
    counts: { processed: memberships, skipped: others, created: joined, left, changed: changedGroups },
    gaps: [...cursor.remarks, ...settled.remarks],
  });
  await burst.checkpoint();
  return ready;
}

/** How many stored parts a generation has. */
export function partsOf({ buckets, administrators }: Pick<Generation, 'buckets' | 'administrators'>): number {
  return buckets + administrators.buckets;
}

function describe(
  { generationId, roles, groups }: DownloadCursor,
  { checks }: Settled,
  holders: ReadonlyMap<AccountId, SeatHolder>,
  { run }: Burst,
  previous: PreviousList | undefined,
  now: Instant,
) {
  return {
    id: generationId,
    profileId: run.profileId,
    people: holders.size,
    seats: [...holders.values()].reduce((sum, holder) => sum + subscriptionsOf(holder, roles).length, 0),
    roles,
    groups: groups.filter(({ selected }) => selected).map(({ id, name }) => ({ id, name })),
    checks,
    completedAt: now,
    knownSince: previous?.generation.knownSince ?? now,
  };
}

/** One row per person who is in a selected group, whatever the number of groups and pages. */
function holdersOf(
  { groups }: DownloadCursor,
  { members }: Settled,
  previous: PreviousList | undefined,
  { arrivalOf, now }: { readonly arrivalOf: ArrivalOf; readonly now: Instant },
): Map<AccountId, SeatHolder> {
  const administrators = new Set<AccountId>();
  for (const group of groups) {
    if (group.administrators) for (const accountId of members.get(group.id) ?? []) administrators.add(accountId);
  }
  const groupsOf = new Map<AccountId, GroupId[]>();
  for (const { id } of groups.filter(({ selected }) => selected)) {
    for (const accountId of members.get(id) ?? []) {
      const own = groupsOf.get(accountId);
      if (own) own.push(id);
      else groupsOf.set(accountId, [id]);
    }
  }
  const holders = new Map<AccountId, SeatHolder>();
  for (const [accountId, groupIds] of groupsOf) {
    const known = previous?.holders.get(accountId);
    const isNew = previous !== undefined && arrivalOf(accountId, groupIds) === 'got-access';
    const firstSeen = known ? known.firstSeen : isNew ? now : null;
    const traits = known?.traits ?? null;
    holders.set(accountId, { accountId, groupIds, firstSeen, administrator: administrators.has(accountId), traits });
  }
  return holders;
}

function withTraits(
  holders: ReadonlyMap<AccountId, SeatHolder>,
  found: ReadonlyMap<AccountId, AccountTraits>,
): ReadonlyMap<AccountId, SeatHolder> {
  if (found.size === 0) return holders;
  return new Map(
    [...holders].map(([accountId, holder]) => [
      accountId,
      { ...holder, traits: found.get(accountId) ?? holder.traits },
    ]),
  );
}

function sameTraits(a: AccountTraits | null, b: AccountTraits | null): boolean {
  return a?.guest === b?.guest && a?.serviceAccount === b?.serviceAccount;
}

/** The members of administrators' groups that are not selected. */
function guardedOf({ groups }: DownloadCursor, { members }: Settled): SeatHolder[] {
  const groupsOf = new Map<AccountId, GroupId[]>();
  for (const { id } of groups.filter(({ selected }) => !selected)) {
    for (const accountId of members.get(id) ?? []) groupsOf.set(accountId, [...(groupsOf.get(accountId) ?? []), id]);
  }
  return [...groupsOf].map(([accountId, groupIds]) => ({
    accountId,
    groupIds,
    firstSeen: null,
    administrator: true,
    traits: null,
  }));
}

/** Same people in the same groups: the stored parts say so already. */
function isUnchanged(
  { generation, holders: before, members }: PreviousList,
  { groups }: DownloadCursor,
  after: ReadonlyMap<AccountId, SeatHolder>,
  settled: Settled,
): boolean {
  const [old, now] = [[...generation.groups, ...generation.administrators.groups], groups];
  if (old.length !== now.length || old.some(({ id }, index) => id !== now[index]?.id)) return false;
  if (generation.groups.length !== groups.filter(({ selected }) => selected).length) return false;
  if (groups.some(({ id }) => members.get(id)?.size !== settled.members.get(id)?.size)) return false;
  for (const { id } of groups) {
    const known = members.get(id);
    for (const accountId of settled.members.get(id) ?? []) if (!known?.has(accountId)) return false;
  }
  for (const [accountId, { administrator, traits }] of after) {
    const known = before.get(accountId);
    if (known?.administrator !== administrator || !sameTraits(known.traits, traits)) return false;
  }
  return true;
}

async function writeBuckets(
  { id, groups, buckets, administrators }: Generation,
  holders: ReadonlyMap<AccountId, SeatHolder>,
  guarded: readonly SeatHolder[],
  { subscriptions }: Ports,
): Promise<void> {
  const accountOf = (holder: SeatHolder) => holder.accountId;
  const parts = [
    ...intoBuckets(holders.values(), buckets, accountOf),
    ...intoBuckets(guarded, administrators.buckets, accountOf),
  ];
  await inParallel(parts, (rows, part) =>
    subscriptions.writeBucket({ id, groups: part < buckets ? groups : administrators.groups }, part, rows),
  );
}

function changesOf(
  { members, checks, audited }: Settled,
  previous: PreviousList | undefined,
  after: ReadonlyMap<AccountId, SeatHolder>,
): DownloadChanges {
  const others = checks.reduce((sum, check) => sum + Math.max(0, check.others), 0);
  const people = [...members.values()].reduce((sum, group) => sum + group.size, 0);
  const difference = compareDownloads(previous?.holders ?? new Map<AccountId, SeatHolder>(), after);
  return { memberships: people + others, others, audited, ...difference };
}
