import fc from 'fast-check';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { START } from '../fakes/world';
import { allPages, PLATFORMS, type Stores } from './platforms';
import { numberedRun, profile as anyProfile, run as anyRun } from './records';

const [profile] = fc.sample(anyProfile, { numRuns: 1, seed: 7 }) as [IntegrationProfile];

describe.each(PLATFORMS)('profiles %s', (_name, make) => {
  test('come back as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, async (given) => {
        const { profiles } = make();
        await profiles.create(given);
        expect(await profiles.find(given.id)).toEqual(given);
        expect(await profiles.list()).toEqual([given]);
      }),
      { numRuns: 30 },
    );
  });

  test('are changed only from the revision that is there', async () => {
    const { profiles } = make();
    await profiles.create(profile);
    const second = await profiles.replace({ ...profile, displayName: 'Second' });
    expect(second).toEqual({ ...profile, displayName: 'Second', revision: 2 });
    await expect(profiles.replace({ ...profile, displayName: 'Too late' })).rejects.toMatchObject({
      code: 'store-conflict',
    });
    expect(await profiles.find(profile.id)).toEqual(second);
  });

  test('of two changes at once one wins', async () => {
    const { profiles } = make();
    await profiles.create(profile);
    const both = await Promise.allSettled([profiles.replace(profile), profiles.replace(profile)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that do not exist are not found and can’t be changed', async () => {
    const { profiles } = make();
    expect(await profiles.find('p-none')).toBeUndefined();
    await expect(profiles.replace(profile)).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await profiles.list()).toEqual([]);
  });

  test('that are being deleted are listed nowhere else, and then gone', async () => {
    const { profiles } = make();
    await profiles.create(profile);
    const hidden = await profiles.replace({ ...profile, deletingSince: START });
    expect(await profiles.find(profile.id)).toBeUndefined();
    expect(await profiles.list()).toEqual([]);
    expect(await profiles.listDeleting()).toEqual([hidden]);
    await profiles.remove(profile.id);
    expect(await profiles.listDeleting()).toEqual([]);
  });
});

describe.each(PLATFORMS)('leases of reading %s', (_name, make) => {
  const lease = { runId: 'r-1', token: 'a', accountId: 'u-1', until: START };

  test('are found until they are released or another takes their place', async () => {
    const { leases } = make();
    expect(await leases.find('r-1')).toBeUndefined();
    await leases.hold(lease);
    await leases.hold({ ...lease, runId: 'r-2' });
    expect(await leases.find('r-1')).toEqual(lease);
    await leases.hold({ ...lease, token: 'b', accountId: 'u-2' });
    expect(await leases.find('r-1')).toEqual({ ...lease, token: 'b', accountId: 'u-2' });
    await leases.release('r-1');
    await leases.release('r-1');
    expect(await leases.find('r-1')).toBeUndefined();
    expect(await leases.find('r-2')).toEqual({ ...lease, runId: 'r-2' });
  });
});

describe.each(PLATFORMS)('runs %s', (_name, make) => {
  const pages = ({ runs }: Stores, profileId?: string) =>
    allPages(async (cursor) => {
      const page = await runs.list({ profileId, cursor });
      return { rows: page.runs, cursor: page.cursor };
    });

  test('come back as they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        const { runs } = make();
        expect(await runs.create(given)).toBe(true);
        expect(await runs.find(given.id)).toEqual(given);
        expect(await runs.replace(given)).toEqual({ ...given, revision: 2 });
        expect(await runs.find(given.id)).toEqual({ ...given, revision: 2 });
      }),
      { numRuns: 30 },
    );
  });

  test('are made once', async () => {
    const { runs } = make();
    const run = numberedRun(1, 'p-1', START);
    expect(await runs.create(run)).toBe(true);
    expect(await runs.create({ ...run, name: 'another' })).toBe(false);
    expect(await runs.find(run.id)).toEqual(run);
  });

  test('are moved on only from the revision that is there', async () => {
    const { runs } = make();
    const run = numberedRun(1, 'p-1', START);
    await runs.create(run);
    await runs.replace({ ...run, step: 1 });
    await expect(runs.replace({ ...run, step: 9 })).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await runs.find(run.id)).toMatchObject({ step: 1, revision: 2 });
    await expect(runs.replace(numberedRun(2, 'p-1', START))).rejects.toBeDefined();
  });

  test('know the latest of a kind at once, even while lists lag', async () => {
    const stores = make();
    stores.lag();
    const run = numberedRun(1, 'p-1', START);
    expect(await stores.runs.findLatest('p-1', 'download')).toBeUndefined();
    await stores.runs.create(run);
    await stores.runs.markLatest(run);
    expect(await stores.runs.findLatest('p-1', 'download')).toEqual(run);
    expect(await stores.runs.findLatest('p-1', 'activity')).toBeUndefined();
    expect(await pages(stores)).toEqual([]);
    stores.catchUp();
    expect(await pages(stores)).toEqual([run]);
  });

  test('are listed as open until they are over and closed, oldest first, however many', async () => {
    const { runs } = make();
    const all = Array.from({ length: 60 }, (_, n) => numberedRun(n, `p-${n % 3}`, START));
    for (const run of all) await runs.create(run);
    expect((await runs.listOpen()).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const [first, second, third, ...others] = all;
    if (!first || !second || !third) throw new Error('no runs');
    const over = { status: 'Failed', finishedAt: START } as const;
    await runs.replace({ ...first, ...over });
    await runs.replace({ ...second, ...over, closed: true });
    await runs.replace({ ...third, closed: true });
    expect((await runs.listOpen()).map(({ id }) => id)).toEqual([first, third, ...others].map(({ id }) => id));
  });

  test.each([0, 1, 49, 50, 51, 120])('%d of them are listed once each, newest first', async (count) => {
    const stores = make();
    const all = Array.from({ length: count }, (_, n) => numberedRun(n, n % 3 === 0 ? 'p-1' : 'p-2', START));
    for (const run of all) await stores.runs.create(run);
    expect((await pages(stores)).map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
    const ofOne = all.filter(({ profileId }) => profileId === 'p-1').map(({ id }) => id);
    expect((await pages(stores, 'p-1')).map(({ id }) => id)).toEqual(ofOne.reverse());
  });
});
