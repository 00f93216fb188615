import fc from 'fast-check';
import { bucketCountFor, intoBuckets } from '../../src/domain/account-bucket';
import { lastActivityOf, noActivity, type Coverage, type PersonActivity } from '../../src/domain/activity';
import { exclusionId, findExclusion, type ExclusionTarget } from '../../src/domain/exclusion-rule';
import { toIso } from '../../src/domain/instant';
import { CANDIDATE_STATES } from '../../src/domain/removal-candidate';
import { subscriptionsOf, type SeatHolder } from '../../src/domain/software-subscription';
import type { CandidateLine, Generation } from '../../src/ports/stores';
import { growTable, mergeIntoTable } from '../../src/usecases/activity-table';
import { readListChanges } from '../../src/usecases/seat-list/read-list-changes';
import { listDownload } from '../../src/usecases/seat-list/write-seat-list';
import { accountId, instant, lastByKind, NOW } from '../domain/arbitraries';
import { shownSeats } from '../fakes/shown-seats';
import { PLATFORMS, type Stores } from './platforms';

const PROFILE = 'p-1';
const ROLES = [
  { key: 'software', name: 'Jira', groupIds: ['g-1', 'g-2'] },
  { key: 'desk', name: 'Service', groupIds: ['g-2', 'g-3'] },
];
const GROUPS = ['g-1', 'g-2', 'g-3'].map((id) => ({ id, name: `Group ${id}` }));
const COVERAGE: Coverage = { from: NOW - 90 * 86_400_000, to: NOW, gaps: [] };

const holder: fc.Arbitrary<SeatHolder> = fc.record({
  accountId,
  groupIds: fc.subarray(['g-1', 'g-2', 'g-3'], { minLength: 1 }),
  firstSeen: fc.option(instant),
  administrator: fc.boolean(),
  traits: fc.option(fc.record({ guest: fc.boolean(), serviceAccount: fc.boolean() })),
});
const person = fc.record({
  holder,
  lastByKind,
  assignedAt: fc.option(instant),
  /** Of the candidate for its first seat: before the list was written, and after. */
  before: fc.option(fc.constantFrom(...CANDIDATE_STATES)),
  after: fc.option(fc.constantFrom(...CANDIDATE_STATES)),
  isExcluded: fc.boolean(),
});
type Someone = Parameters<Parameters<typeof person.map>[0]>[0];
const people = fc.uniqueArray(person, { selector: ({ holder: { accountId: id } }) => id, maxLength: 30 });
/** A table of candidates may still be cut as another download was. */
const cut = fc.constantFrom(1, 2, 4);

const setting = (generation: Generation, coverage: Coverage | undefined) => ({
  generation,
  coverage,
  rules: [],
  now: NOW,
});

function lineOf({ holder: { accountId: id, groupIds } }: Someone, state: CandidateLine['state']): CandidateLine {
  const roleKey = groupIds.includes('g-3') ? 'desk' : 'software';
  const moments = { openedAt: NOW, settledAt: null, until: null };
  const rest = {
    inactiveDays: null,
    justification: 'Low Usage',
    seatFreed: null,
    alsoLost: [],
    askedAt: null,
    flag: null,
  } as const;
  return { accountId: id, roleKey, number: `RC${id.slice(-7)}`, state, ...moments, ...rest };
}

async function store(all: readonly Someone[], buckets: number, ports: Stores): Promise<Generation> {
  const counts = { people: all.length, seats: all.length, buckets };
  const moments = { completedAt: NOW, knownSince: NOW - 1000 };
  const rest = { roles: ROLES, groups: GROUPS, administrators: { groups: [], buckets: 0 }, checks: [], previous: null };
  const generation: Generation = { id: 'g', profileId: PROFILE, ...counts, ...moments, ...rest };
  const cutHolders = intoBuckets(
    all.map((each) => each.holder),
    buckets,
    (each) => each.accountId,
  );
  for (const [bucket, rows] of cutHolders.entries()) await ports.subscriptions.writeBucket(generation, bucket, rows);
  await ports.subscriptions.publish(generation);
  await growTable(2, ports.activity);
  await mergeIntoTable(all.map(activityOf), ports.activity);
  return generation;
}

const activityOf = ({ holder: { accountId: id }, lastByKind: last, assignedAt }: Someone): PersonActivity => ({
  accountId: id,
  lastByKind: last,
  assignedAt,
});

async function storeLines(lines: readonly CandidateLine[], count: number, { candidates }: Stores): Promise<void> {
  await candidates.setBucketCount(PROFILE, count);
  for (const [bucket, rows] of intoBuckets(lines, count, (line) => line.accountId).entries()) {
    const own = new Map(rows.map((row) => [row.accountId, row]));
    if (rows.length > 0)
      await candidates.updateBucket(PROFILE, count, bucket, (known) => [
        ...known.filter((line) => !own.has(line.accountId)),
        ...rows,
      ]);
  }
}

/** What the buckets say, joined here without the list. */
async function asStored(all: readonly Someone[], coverage: Coverage | undefined, ports: Stores): Promise<string[]> {
  const rules = await ports.exclusions.list();
  const count = (await ports.candidates.findBucketCount(PROFILE)) ?? 0;
  const buckets = Array.from({ length: count }, (_, n) => ports.candidates.readBucket(PROFILE, count, n));
  const lines = (await Promise.all(buckets)).flat();
  return all
    .flatMap((each) =>
      subscriptionsOf(each.holder, ROLES).map((seat) => {
        const line = lines.find((known) => known.accountId === seat.accountId && known.roleKey === seat.roleKey);
        const known = Object.keys(each.lastByKind).length === 0 && each.assignedAt === null;
        const did = known ? noActivity(seat.accountId) : activityOf(each);
        const last = lastActivityOf(did, coverage, seat.firstSeen);
        const since = Math.max(seat.firstSeen ?? -Infinity, did.assignedAt ?? -Infinity);
        const at = last.kind === 'seen' ? last.at : last.kind === 'unknown' ? null : last.since;
        return JSON.stringify([
          seat.accountId,
          seat.roleKey,
          seat.groupIds,
          seat.traits?.guest ?? false,
          seat.traits?.serviceAccount ?? false,
          toIso(since === -Infinity ? NOW - 1000 : since),
          since === -Infinity,
          last.kind,
          at === null ? null : toIso(at),
          last.kind === 'seen' ? last.ref : null,
          line ? [line.number, line.state] : null,
          findExclusion(seat, rules)?.target.kind ?? null,
        ]);
      }),
    )
    .sort();
}

async function asShown(ports: Stores): Promise<string[]> {
  const all = await shownSeats(ports, PROFILE, NOW);
  return all
    .map(({ activity, ...row }) =>
      JSON.stringify([
        row.accountId,
        ROLES[row.role]?.key,
        row.groups.map((group) => GROUPS[group]?.id),
        row.guest,
        row.serviceAccount,
        row.firstSeen,
        row.heldBefore,
        activity.kind,
        activity.kind === 'seen' ? activity.at : activity.kind === 'unknown' ? null : activity.since,
        activity.kind === 'seen' ? row.ref : null,
        row.candidate ? [row.candidate.number, row.candidate.state] : null,
        row.excludedBy,
      ]),
    )
    .sort();
}

async function exclude(target: ExclusionTarget, { exclusions }: Stores): Promise<void> {
  const moments = { createdAt: NOW, createdBy: 'u', changedAt: NOW, changedBy: 'u' };
  await exclusions.save({ id: exclusionId(target), revision: 0, target, active: true, ...moments });
}

describe.each(PLATFORMS)('the packed list, %s', (_name, open) => {
  test('says what the buckets say, and what was decided since, whatever the site', async () => {
    const coverage = fc.constantFrom(undefined, COVERAGE);
    await fc.assert(
      fc.asyncProperty(people, cut, cut, coverage, async (all, buckets, candidateBuckets, covered) => {
        const ports = open();
        const generation = await store(all, buckets, ports);
        const lines = all.flatMap((each) => (each.before ? [lineOf(each, each.before)] : []));
        await storeLines(lines, candidateBuckets, ports);
        await listDownload('list-1', setting(generation, covered), ports);
        expect(await asShown(ports)).toEqual(await asStored(all, covered, ports));
        await storeLines(
          all.flatMap((each) => (each.after ? [lineOf(each, each.after)] : [])),
          candidateBuckets,
          ports,
        );
        for (const each of all.filter(({ isExcluded }) => isExcluded))
          await exclude({ kind: 'user', accountId: each.holder.accountId }, ports);
        expect(await asShown(ports)).toEqual(await asStored(all, covered, ports));
      }),
      { numRuns: 40 },
    );
  });

  test('costs nothing for candidates that did not move', async () => {
    const ports = open();
    const [all] = fc.sample(fc.array(person, { minLength: 5, maxLength: 5 }), { seed: 1, numRuns: 1 });
    const generation = await store(all ?? [], 2, ports);
    await storeLines(
      (all ?? []).map((each) => lineOf(each, 'Ready')),
      2,
      ports,
    );
    await listDownload('list-1', setting(generation, COVERAGE), ports);
    const read = jest.spyOn(ports.candidates, 'readBucket');
    const changes = await readListChanges({ profileId: PROFILE, list: 'list-1', from: 0 }, ports);
    expect(changes).toMatchObject({ ok: true, value: { candidates: [], next: null } });
    expect(read).not.toHaveBeenCalled();
  });

  test('keeps a list for whoever reads it, until the second one after it', async () => {
    const ports = open();
    const generation = await store([], 1, ports);
    const [some] = fc.sample(fc.array(person, { minLength: 3, maxLength: 3 }), { seed: 2, numRuns: 1 });
    const filled = await store(some ?? [], bucketCountFor(3), ports);
    expect(filled.id).toBe(generation.id);
    for (const list of ['list-1', 'list-2']) await listDownload(list, setting(filled, COVERAGE), ports);
    expect(await ports.seatLists.readPart('list-1', 0)).toBeDefined();
    await listDownload('list-3', setting(filled, COVERAGE), ports);
    expect(await ports.seatLists.readPart('list-1', 0)).toBeUndefined();
    expect(await ports.seatLists.readPart('list-2', 0)).toBeDefined();
    const changesOf = (list: string) => readListChanges({ profileId: PROFILE, list, from: 0 }, ports);
    expect(await changesOf('list-1')).toMatchObject({ ok: false, code: 'conflict' });
    expect(await changesOf('list-2')).toMatchObject({ ok: true, value: { candidates: [], next: null } });
    const [one] = some ?? [];
    if (!one) throw new Error('nobody was listed');
    await storeLines([lineOf(one, 'Ready')], 2, ports);
    expect(await changesOf('list-2')).toMatchObject({ value: { candidates: [{ accountId: one.holder.accountId }] } });
  });
});
