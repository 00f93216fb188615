import { bucketCountFor, intoBuckets } from '../domain/account-bucket';
import type { AccountId, GroupId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { JiraGroup } from '../domain/jira-group';
import { compareDownloads, subscriptionsOf, type GrantingRole, type SeatHolder } from '../domain/software-subscription';
import { Failure, isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Generation, StagedMembers } from '../ports/stores';
import type { Burst, Work, WorkResult } from './burst';
import { inParallel } from './in-parallel';

/** Where a download stands. */
interface Cursor {
  readonly generationId: string;
  readonly roles: readonly GrantingRole[];
  /** The selected groups first, then administrators' groups, which are read to protect their members. */
  readonly groups: readonly JiraGroup[];
  readonly selected: number;
  readonly administratorGroupIds: readonly GroupId[];
  readonly group: number;
  readonly startAt: number;
  readonly chunks: number;
  /** Written completely and counted; only to be made current. */
  readonly ready: { readonly generation: Generation; readonly outdated: Generation['previous'] } | null;
}

/** Accounts per staged page, about 50 KB. */
const STAGE_SIZE = 2000;

/**
 * Downloads who holds a seat through the selected groups. Every page of every group is staged; only when all are there is the
 * new generation written and made current in one step. A burst that is repeated stages the same chunk again.
 */
export const downloadSubscriptions: Work = async (burst, ports) => {
  const profile = await ports.profiles.find(burst.run.profileId);
  if (profile?.status !== 'Published') {
    return { kind: 'finished', status: 'Partial', summary: 'The profile is not published any more; nothing was read.' };
  }
  let cursor = (burst.run.cursor as Cursor | null) ?? (await plan(profile, burst, ports));
  while (cursor.group < cursor.groups.length) {
    if (burst.isOver()) return { kind: 'more' };
    cursor = await stageMembers(cursor, burst, ports);
  }
  const { generation, outdated } = cursor.ready ?? (await assemble(cursor, burst, ports));
  await ports.subscriptions.publish(generation);
  await ports.subscriptions.sweep(generation.id, { chunks: cursor.chunks, buckets: 0 });
  if (outdated) await ports.subscriptions.sweep(outdated.id, { chunks: 0, buckets: outdated.buckets });
  return summarize(generation, burst);
};

async function plan(profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<Cursor> {
  const [roles, administrators] = await Promise.all([
    ports.directory.listRoles(),
    ports.directory.listAdministratorGroups(),
  ]);
  const names = new Map(roles.flatMap((role) => role.groups).map((group) => [group.id, group.name]));
  const administratorGroupIds = [...new Set([...administrators.admin, ...administrators.siteAdmin])];
  const others = administratorGroupIds.filter((id) => !profile.groupIds.includes(id));
  const cursor: Cursor = {
    generationId: `${profile.id}.${burst.run.createdAt}`,
    roles: roles
      .map(({ key, name, groups }) => ({ key, name, groupIds: groups.map((group) => group.id) }))
      .filter((role) => role.groupIds.some((id) => profile.groupIds.includes(id))),
    groups: [...profile.groupIds, ...others].map((id) => ({ id, name: names.get(id) ?? id })),
    selected: profile.groupIds.length,
    administratorGroupIds,
    group: 0,
    startAt: 0,
    chunks: 0,
    ready: null,
  };
  burst.note({ cursor, progress: { done: 0, total: null, unit: 'members' } });
  return cursor;
}

/** Reads pages until a chunk is full, the groups end or the burst is over; then stores the chunk and the place. */
async function stageMembers(from: Cursor, burst: Burst, ports: Ports): Promise<Cursor> {
  const staged: StagedMembers[] = [];
  let { group, startAt } = from;
  let read = 0;
  let skipped = 0;
  while (group < from.groups.length && read < STAGE_SIZE && !burst.isOver()) {
    const { id } = from.groups[group] as JiraGroup;
    const page = await readPage(id, startAt, ports);
    const people = page.members.filter((member) => member.active && member.accountType === 'atlassian');
    staged.push({ groupId: id, accountIds: people.map((member) => member.accountId) });
    read += page.members.length;
    skipped += page.members.length - people.length;
    if (page.nextStartAt === null) {
      group += 1;
      startAt = 0;
    } else startAt = page.nextStartAt;
  }
  await ports.subscriptions.stage(from.generationId, from.chunks, staged);
  const cursor = { ...from, group, startAt, chunks: from.chunks + 1 };
  const done = burst.run.progress.done + read;
  burst.note({ cursor, progress: { done, total: null, unit: 'members' }, counts: { processed: read, skipped } });
  await burst.checkpoint();
  return cursor;
}

async function readPage(groupId: GroupId, startAt: number, ports: Ports) {
  try {
    return await ports.directory.readMembers(groupId, startAt);
  } catch (error) {
    if (!isFailure(error, 'jira-not-found')) throw error;
    throw new Failure(
      'jira-not-found',
      `A selected group no longer exists (${groupId}). Edit the groups of the profile.`,
    );
  }
}

/** Writes the buckets and counts what changed. Nobody sees them yet; a burst that is repeated from here on counts nothing twice. */
async function assemble(cursor: Cursor, burst: Burst, ports: Ports): Promise<NonNullable<Cursor['ready']>> {
  const previous = await ports.subscriptions.findCurrent(burst.run.profileId);
  const before = await readHolders(previous, ports);
  const staged = await ports.subscriptions.readStaged(cursor.generationId, cursor.chunks);
  const after = unite(staged, cursor, previous ? before : undefined, burst.run.createdAt);
  const generation: Generation = {
    id: cursor.generationId,
    profileId: burst.run.profileId,
    buckets: bucketCountFor(after.size),
    people: after.size,
    seats: [...after.values()].reduce((sum, holder) => sum + subscriptionsOf(holder, cursor.roles).length, 0),
    roles: cursor.roles,
    groups: cursor.groups.slice(0, cursor.selected),
    completedAt: ports.clock.now(),
    previous: previous ? { id: previous.id, buckets: previous.buckets } : null,
  };
  const buckets = intoBuckets(after.values(), generation.buckets, (holder) => holder.accountId);
  await inParallel(buckets, (holders, bucket) => ports.subscriptions.writeBucket(generation, bucket, holders));
  const { joined, left, changedGroups } = compareDownloads(before, after);
  const ready = { generation, outdated: previous?.previous ?? null };
  burst.note({ cursor: { ...cursor, ready }, counts: { created: joined, left, changed: changedGroups } });
  await burst.checkpoint();
  return ready;
}

async function readHolders(generation: Generation | undefined, ports: Ports): Promise<Map<AccountId, SeatHolder>> {
  if (!generation) return new Map();
  const numbers = Array.from({ length: generation.buckets }, (_, bucket) => bucket);
  const buckets = await inParallel(numbers, (bucket) => ports.subscriptions.readBucket(generation, bucket));
  return new Map(buckets.flat().map((holder) => [holder.accountId, holder]));
}

/** One row per person who is in a selected group, whatever the number of groups and pages. */
function unite(
  staged: readonly StagedMembers[],
  cursor: Cursor,
  before: ReadonlyMap<AccountId, SeatHolder> | undefined,
  now: number,
): Map<AccountId, SeatHolder> {
  const selected = new Set(cursor.groups.slice(0, cursor.selected).map((group) => group.id));
  const administrators = new Set(
    staged.filter((page) => cursor.administratorGroupIds.includes(page.groupId)).flatMap((page) => page.accountIds),
  );
  const groupsOf = new Map<AccountId, GroupId[]>();
  for (const { groupId, accountIds } of staged) {
    if (!selected.has(groupId)) continue;
    for (const accountId of accountIds) {
      const groups = groupsOf.get(accountId);
      if (!groups) groupsOf.set(accountId, [groupId]);
      else if (!groups.includes(groupId)) groups.push(groupId);
    }
  }
  const holders = new Map<AccountId, SeatHolder>();
  for (const [accountId, groupIds] of groupsOf) {
    const known = before?.get(accountId);
    const firstSeen = known ? known.firstSeen : before ? now : null;
    holders.set(accountId, { accountId, groupIds, firstSeen, administrator: administrators.has(accountId) });
  }
  return holders;
}

function summarize(generation: Generation, { run }: Burst): WorkResult {
  const { processed, skipped } = run.counts;
  const summary = `Read ${processed} memberships of ${generation.groups.length} groups: ${generation.people} people hold ${generation.seats} seats; ${skipped} app, customer and deactivated accounts are not seats.`;
  return { kind: 'finished', status: 'Complete', summary };
}
