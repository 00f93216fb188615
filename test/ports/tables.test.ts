import fc from 'fast-check';
import { ACTIVITY_KINDS, noActivity, type PersonActivity } from '../../src/domain/activity';
import type { SeatHolder } from '../../src/domain/software-subscription';
import type { Generation } from '../../src/ports/stores';
import { MAX_BUCKET_WEIGHT, weightOf } from '../../src/usecases/activity-table';
import { NOW } from '../domain/arbitraries';
import { PLATFORMS } from './platforms';
import { coverage, generation as anyGeneration, holder, person, rule } from './records';
import { position } from './position-records';

const [generation] = fc.sample(anyGeneration, { numRuns: 1, seed: 7 }) as [Generation];

describe.each(PLATFORMS)('subscriptions %s', (_name, make) => {
  test('come back as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyGeneration, fc.array(holder, { maxLength: 20 }), async (given, holders) => {
        const { subscriptions } = make();
        await subscriptions.writeBucket(given, 3, holders);
        await subscriptions.publish(given);
        expect(await subscriptions.findCurrent(given.profileId)).toEqual(given);
        expect(await subscriptions.readBucket(given, 3)).toEqual(holders);
      }),
      { numRuns: 30 },
    );
  });

  test('are visible only by the pointer, which the next download moves', async () => {
    const { subscriptions } = make();
    await subscriptions.writeBucket(generation, 0, []);
    expect(await subscriptions.findCurrent(generation.profileId)).toBeUndefined();
    await subscriptions.publish(generation);
    const next = { ...generation, id: `${generation.id}-next` };
    await subscriptions.publish(next);
    expect(await subscriptions.findCurrent(generation.profileId)).toEqual(next);
    await subscriptions.unpublish(generation.profileId);
    expect(await subscriptions.findCurrent(generation.profileId)).toBeUndefined();
  });

  test('of which a part is missing can’t be read: it is no empty part', async () => {
    const { subscriptions } = make();
    await expect(subscriptions.readBucket(generation, 0)).rejects.toMatchObject({ code: 'store-unreadable' });
    const part = await subscriptions.stage('g', []);
    await expect(subscriptions.readStaged('g', [part, 'missing'])).rejects.toMatchObject({ code: 'store-unreadable' });
  });

  test('staged pages come back in the order in which they are named, and no other writer changes them', async () => {
    const { subscriptions } = make();
    const page = (n: number) => [
      { groupId: 'g-1', attempt: 1, accountIds: [`u-${n}`, `u-${n}-b`], others: [`app-${n}`] },
    ];
    const [first = '', other = '', again = ''] = await Promise.all(
      [0, 1, 0].map((n) => subscriptions.stage('g', page(n))),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(await subscriptions.readStaged('g', [other, first])).toEqual([...page(1), ...page(0)]);
  });

  test('are swept part by part, and again without harm', async () => {
    const { subscriptions } = make();
    const parts: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      parts.push(
        await subscriptions.stage(generation.id, [{ groupId: `g-${n}`, attempt: 1, accountIds: [], others: [] }]),
      );
      await subscriptions.writeBucket(generation, n, []);
    }
    await subscriptions.sweep(generation.id, { parts, buckets: 0 });
    await expect(subscriptions.readStaged(generation.id, parts.slice(0, 1))).rejects.toBeDefined();
    expect(await subscriptions.readBucket(generation, 29)).toEqual([]);
    await subscriptions.sweep(generation.id, { parts, buckets: 30 });
    await expect(subscriptions.readBucket(generation, 29)).rejects.toBeDefined();
  });

  test('are swept whatever a run names, and nothing else is', async () => {
    const { subscriptions } = make();
    const page = [{ groupId: 'g-1', attempt: 1, accountIds: ['u-1'], others: [] }];
    const stray = await subscriptions.stage('p-1.1', page);
    const other = await subscriptions.stage('p-1.10', page);
    await subscriptions.writeBucket({ ...generation, id: 'p-1.1' }, 0, []);
    await subscriptions.sweepStaged('p-1.1');
    await expect(subscriptions.readStaged('p-1.1', [stray])).rejects.toBeDefined();
    expect(await subscriptions.readStaged('p-1.10', [other])).toEqual(page);
    expect(await subscriptions.readBucket({ ...generation, id: 'p-1.1' }, 0)).toEqual([]);
  });

  test('a full part of a download fits into the store', async () => {
    const { subscriptions } = make();
    const traits = { guest: true, serviceAccount: true };
    const full = Array.from({ length: 1000 }, (_, n): SeatHolder => {
      const accountId = `712020:00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
      return {
        accountId,
        groupIds: ['g-1', 'g-2', 'g-3', 'g-4', 'g-5', 'g-6'],
        firstSeen: NOW,
        administrator: true,
        traits,
      };
    });
    await subscriptions.writeBucket(generation, 0, full);
    expect(await subscriptions.readBucket(generation, 0)).toEqual(full);
  });

  test('that never became current are discarded whole, and nothing else is', async () => {
    const { subscriptions } = make();
    const groups = [{ id: 'g-1', name: 'g-1' }];
    const holders = [{ accountId: 'u-1', groupIds: ['g-1'], firstSeen: null, administrator: false, traits: null }];
    const pages = (n: number) => [{ groupId: 'g-1', attempt: n, accountIds: ['u-1'], others: [] }];
    const kept = { id: 'p-1.10', groups };
    const lost = { id: 'p-1.1', groups };
    for (const generation of [kept, lost])
      for (let part = 0; part < 13; part += 1) await subscriptions.writeBucket(generation, part, holders);
    const keptPart = await subscriptions.stage(kept.id, pages(1));
    const lostParts = [await subscriptions.stage(lost.id, pages(1)), await subscriptions.stage(lost.id, pages(2))];
    await subscriptions.discard(lost.id);
    for (let part = 0; part < 13; part += 1) {
      await expect(subscriptions.readBucket(lost, part)).rejects.toMatchObject({ code: 'store-unreadable' });
      expect(await subscriptions.readBucket(kept, part)).toEqual(holders);
    }
    await expect(subscriptions.readStaged(lost.id, lostParts)).rejects.toMatchObject({ code: 'store-unreadable' });
    expect(await subscriptions.readStaged(kept.id, [keptPart])).toEqual(pages(1));
  });
});

describe.each(PLATFORMS)('activity %s', (_name, make) => {
  test('comes back as it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 20 }), coverage, async (people, given) => {
        const { activity } = make();
        await activity.writeBucket(4, 2, people);
        expect(await activity.readBucket(4, 2)).toEqual(people);
        expect(await activity.readBucket(4, 1)).toEqual([]);
        expect(await activity.readBucket(2, 0)).toEqual([]);
        await activity.saveCoverage('p-1', given);
        expect(await activity.findCoverage('p-1')).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });

  test('has no number of buckets before the first, and loses those of an old cut', async () => {
    const { activity } = make();
    expect(await activity.findBucketCount()).toBeUndefined();
    await activity.setBucketCount(4);
    expect(await activity.findBucketCount()).toBe(4);
    const people = [{ accountId: 'u-1', lastByKind: {}, assignedAt: null }];
    for (let n = 0; n < 32; n += 1) await activity.writeBucket(32, n, people);
    await activity.writeBucket(4, 0, people);
    await activity.deleteBuckets(32);
    expect(await activity.readBucket(32, 31)).toEqual([]);
    expect(await activity.readBucket(4, 0)).toEqual(people);
  });

  test('forgets a coverage', async () => {
    const { activity } = make();
    expect(await activity.findCoverage('p-1')).toBeUndefined();
    await activity.saveCoverage('p-1', { from: 1, to: 2, gaps: ['x'] });
    await activity.deleteCoverage('p-1');
    await activity.deleteCoverage('p-1');
    expect(await activity.findCoverage('p-1')).toBeUndefined();
  });

  test('a full part fits into the store', async () => {
    const { activity } = make();
    const traces = ACTIVITY_KINDS.map((kind) => [kind, { at: NOW, ref: 'A VERY LONG KEY %-1234567' }] as const);
    const full: PersonActivity[] = [];
    for (let weight = 0, n = 0; weight < MAX_BUCKET_WEIGHT; n += 1) {
      const accountId = `712020:00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
      const kinds = Object.fromEntries(traces.slice(0, n % (traces.length + 1)));
      full.push({ accountId, assignedAt: NOW, lastByKind: kinds });
      weight += weightOf(full.at(-1) ?? noActivity(accountId));
    }
    await activity.writeBucket(1, 0, full);
    expect(await activity.readBucket(1, 0)).toEqual(full);
  });
});

describe.each(PLATFORMS)('rules and positions %s', (_name, make) => {
  test('come back as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 4 }),
        position,
        async (rules, given) => {
          const stores = make();
          for (const each of rules) await stores.rules.save(each);
          expect(await stores.rules.list('p-1')).toEqual(rules.map((each) => ({ ...each, revision: 1 })));
          await stores.rules.saveTurns('p-1', { 'r-1': given.at });
          expect(await stores.rules.findTurns('p-1')).toEqual({ 'r-1': given.at });
          await stores.positions.save('p-1', given);
          expect(await stores.positions.find('p-1')).toEqual(given);
          const confirmed = { evaluatedAt: given.at, active: 5, candidates: 7, at: given.at + 1, by: 'u-1' };
          await stores.positions.saveAcknowledgement('p-1', confirmed);
          expect(await stores.positions.findAcknowledgement('p-1')).toEqual(confirmed);
          await stores.positions.delete('p-1');
          expect(await stores.positions.find('p-1')).toBeUndefined();
          expect(await stores.positions.findAcknowledgement('p-1')).toBeUndefined();
        },
      ),
      { numRuns: 30 },
    );
  });

  test('rules are changed only from the revision that is there', async () => {
    const { rules } = make();
    const [given] = fc.sample(rule, { numRuns: 1, seed: 5 });
    if (!given) throw new Error('no sample');
    const first = await rules.save(given);
    await expect(rules.save(given)).rejects.toMatchObject({ code: 'store-conflict' });
    const second = await rules.save({ ...first, name: 'Changed' });
    await expect(rules.save(first)).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await rules.list('p-1')).toEqual([second]);
  });

  test('of a profile that has none', async () => {
    const { rules, positions } = make();
    expect(await rules.list('p-1')).toEqual([]);
    expect(await rules.findTurns('p-1')).toEqual({});
    expect(await positions.find('p-1')).toBeUndefined();
  });
});
