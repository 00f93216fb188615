import fc from 'fast-check';
import { ACTIVITY_BASES, type ActivityKind } from '../../src/domain/activity';
import { ENTRIES_TOGETHER, firstBreak } from '../../src/domain/evidence';
import { DAY, utcDay } from '../../src/domain/instant';
import type { RemovalCandidate } from '../../src/domain/removal-candidate';
import { sha256, START } from '../fakes/world';
import { allPages, PLATFORMS, type Stores } from './platforms';
import { candidate as anyCandidate, candidateLine, evidence } from './records';

const [candidate] = fc.sample(anyCandidate, { numRuns: 1, seed: 7 }) as [RemovalCandidate];
const numbered = (n: number): RemovalCandidate => ({ ...candidate, number: `RC${String(n).padStart(7, '0')}` });

describe.each(PLATFORMS)('candidates %s', (_name, make) => {
  test('come back as they were stored', async () => {
    const lines = fc.array(candidateLine, { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anyCandidate, lines, async (given, table) => {
        const { candidates } = make();
        await candidates.createAll([given]);
        expect(await candidates.find(given.number)).toEqual(given);
        await candidates.writeBucket('p-1', 4, 1, table);
        expect(await candidates.readBucket('p-1', 4, 1)).toEqual(table);
        expect(await candidates.readBucket('p-1', 4, 0)).toEqual([]);
        expect(await candidates.readBucket('p-2', 4, 1)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('that exist already are left as they are', async () => {
    const { candidates } = make();
    await candidates.createAll([numbered(1), numbered(30)]);
    const moved = await candidates.replace({ ...numbered(30), because: 'changed' });
    await candidates.createAll(Array.from({ length: 60 }, (_, n) => numbered(n)));
    expect(await candidates.find('RC0000030')).toEqual(moved);
    expect(await candidates.find('RC0000059')).toEqual(numbered(59));
    await candidates.createAll([]);
  });

  test('are changed only from the revision that is there', async () => {
    const { candidates } = make();
    await candidates.createAll([candidate]);
    expect(await candidates.replace(candidate)).toEqual({ ...candidate, revision: 2 });
    await expect(candidates.replace(candidate)).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await candidates.find('RC0000999')).toBeUndefined();
  });

  test('no change of a bucket is lost among many at once', async () => {
    const { candidates } = make();
    const [line] = fc.sample(candidateLine, { numRuns: 1, seed: 7 });
    if (!line) throw new Error('no sample');
    await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        candidates.updateBucket('p-1', 1, 0, (lines) => [...lines, { ...line, number: `n-${n}` }]),
      ),
    );
    const stored = await candidates.readBucket('p-1', 1, 0);
    expect(stored.map(({ number }) => number).sort()).toEqual(['n-0', 'n-1', 'n-2', 'n-3', 'n-4']);
  });

  test('know into how many buckets each profile’s table is cut', async () => {
    const { candidates } = make();
    expect(await candidates.findBucketCount('p-1')).toBeUndefined();
    await candidates.setBucketCount('p-1', 8);
    expect(await candidates.findBucketCount('p-1')).toBe(8);
    expect(await candidates.findBucketCount('p-2')).toBeUndefined();
  });
});

describe.each(PLATFORMS)('the evidence log %s', (_name, make) => {
  const pages = ({ evidence: log }: Stores, candidateNumber?: string) =>
    allPages(async (cursor) => {
      const page = await log.list({ candidate: candidateNumber, cursor });
      return { rows: page.entries, cursor: page.cursor };
    });

  test.each([0, 1, 50, 51, 120])('lists %d entries once each, newest first, in a whole chain', async (count) => {
    const stores = make();
    for (let n = 0; n < count; n += 1) {
      await stores.evidence.append(evidence(`entry ${n}`, n % 3 === 0 ? 'RC0000001' : null));
    }
    const entries = (await pages(stores)).reverse();
    expect(entries.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, n) => `entry ${n}`));
    expect(firstBreak(entries, sha256)).toBeUndefined();
    expect(await pages(stores, 'RC0000001')).toHaveLength(Math.ceil(count / 3));
  });

  test('answers the entry as it was sealed', async () => {
    const stores = make();
    const entry = await stores.evidence.append(evidence('done'));
    expect(entry).toMatchObject({ ...evidence('done'), sequence: 1 });
    expect(await pages(stores)).toEqual([entry]);
  });

  test('puts concurrent writers in a row', async () => {
    const stores = make();
    await Promise.all(Array.from({ length: 8 }, (_, n) => stores.evidence.append(evidence(`entry ${n}`))));
    const entries = (await pages(stores)).reverse();
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(entries.map(({ text }) => text)).size).toBe(8);
    expect(firstBreak(entries, sha256)).toBeUndefined();
  });

  test('records what has a name once, however often and at once it is told', async () => {
    const stores = make();
    stores.lag();
    const tell = () => stores.evidence.append(evidence('done'), 'RC0000001.1.done');
    const told = await Promise.all([tell(), tell(), tell()]);
    await stores.evidence.append(evidence('other'));
    expect(new Set([...told, await tell()].map(({ hash }) => hash)).size).toBe(1);
    stores.catchUp();
    expect((await pages(stores)).map(({ text }) => text)).toEqual(['other', 'done']);
  });

  test('records several at once, all of them once, among others that write', async () => {
    const stores = make();
    const three = ['a', 'b', 'c'].map((text) => evidence(text));
    const tell = () => stores.evidence.appendTogether(three, 'run-1.opened');
    await Promise.all([tell(), stores.evidence.append(evidence('x')), tell()]);
    await tell();
    const entries = (await pages(stores)).reverse();
    expect(entries.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c', 'x']);
    expect(firstBreak(entries, sha256)).toBeUndefined();
    const many = Array.from({ length: ENTRIES_TOGETHER + 1 }, () => evidence('n'));
    await expect(stores.evidence.appendTogether(many, 'run-2.opened')).rejects.toThrow();
  });

  test('goes on in the chain even while lists lag', async () => {
    const stores = make();
    stores.lag();
    await stores.evidence.append(evidence('one'));
    expect(await stores.evidence.append(evidence('two'))).toMatchObject({ sequence: 2 });
    expect(await pages(stores)).toEqual([]);
    stores.catchUp();
    expect(await pages(stores)).toHaveLength(2);
  });
});

describe.each(PLATFORMS)('counters %s', (_name, make) => {
  test('never give a number twice', async () => {
    const { counters } = make();
    const firsts = await Promise.all([1, 5, 2, 1, 3].map((count) => counters.reserve('candidate', count)));
    const given = firsts.flatMap((first, n) => Array.from({ length: [1, 5, 2, 1, 3][n] ?? 0 }, (_, m) => first + m));
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(await counters.reserve('run', 1)).toBe(1);
  });
});

describe.each(PLATFORMS)('day stamps %s', (_name, make) => {
  const stamp = (accountId: string, at = START) =>
    ({ day: '2026-11-23', kind: 'issue-viewed', accountId, at, ref: 'A-1' }) as const;
  const listed = (stores: Stores, day: string) =>
    allPages(async (cursor) => {
      const page = await stores.stamps.listDay(day, cursor);
      return { rows: page.stamps, cursor: page.cursor };
    });

  test('keep the first moment of a day, class and person', async () => {
    const stores = make();
    const who = '712020:first';
    await stores.stamps.put(stamp(who));
    await stores.stamps.put(stamp(who, START + 1));
    await stores.stamps.put({ ...stamp(who, START + 2), kind: 'issue-changed' });
    await stores.stamps.put({ ...stamp(who, START + 3), kind: 'link', ref: null });
    await stores.stamps.put({ ...stamp(who, START + 4), kind: 'comment-added' });
    const stamps = await listed(stores, '2026-11-23');
    expect(stamps).toHaveLength(3);
    expect(stamps).toContainEqual(stamp(who));
    expect(stamps.map(({ kind }) => kind).sort()).toEqual(['comment-added', 'issue-changed', 'issue-viewed']);
    expect(await listed(stores, '2026-11-22')).toEqual([]);
  });

  test('of one person are found without those of others, oldest first', async () => {
    const { stamps } = make();
    const who = '712020:own';
    const later = { ...stamp(who, START + DAY), day: '2026-11-24', kind: 'comment-added' } as const;
    for (const each of [later, stamp(who), stamp(`${who}-2`)]) await stamps.put(each);
    const days = Array.from({ length: 90 }, (_, n) => utcDay(START + DAY - n * DAY));
    expect(await stamps.listOf(who, days)).toEqual([stamp(who), later]);
    expect(await stamps.listOf(who, ['2026-11-24'])).toEqual([later]);
    expect(await stamps.listOf(who, [])).toEqual([]);
  });

  test('of any number are listed once each', async () => {
    const stores = make();
    const people = Array.from({ length: 205 }, (_, n) => `many-${n}`);
    for (const who of people) await stores.stamps.put(stamp(who));
    const stamps = await listed(stores, '2026-11-23');
    expect(stamps.map(({ accountId }) => accountId).sort()).toEqual([...people].sort());
  });

  test('tell at once whether somebody was seen on certain days, even while lists lag', async () => {
    const stores = make();
    stores.lag();
    const who = 'seen';
    await stores.stamps.put(stamp(who));
    expect(await stores.stamps.wasSeen(who, ['2026-11-23', '2026-11-22'])).toBe(true);
    expect(await stores.stamps.wasSeen(who, ['2026-11-22', '2026-11-21'])).toBe(false);
    expect(await stores.stamps.wasSeen('nobody', ['2026-11-23'])).toBe(false);
    expect(await listed(stores, '2026-11-23')).toEqual([]);
  });

  test.each<[ActivityKind, number]>([
    ['issue-viewed', 1],
    ['issue-changed', 2],
    ['comment-edited', 3],
  ])('of the kind %s count under %i of the bases', async (kind, bases) => {
    const stores = make();
    const who = `${kind}-${_name.length}`;
    await stores.stamps.put({ ...stamp(who), kind });
    const seen = await Promise.all(ACTIVITY_BASES.map((basis) => stores.stamps.wasSeen(who, ['2026-11-23'], basis)));
    expect(seen).toEqual([bases > 2, bases > 1, true]);
  });
});
