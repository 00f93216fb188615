import fc from 'fast-check';
import { PLATFORMS } from './platforms';
import { exclusion, model } from './setup-records';

describe.each(PLATFORMS)('exclusion rules %s', (_name, make) => {
  test('come back as they were stored, oldest first', async () => {
    const several = fc.uniqueArray(exclusion, { selector: ({ id }) => id, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(several, async (rules) => {
        const { exclusions } = make();
        for (const rule of rules) await exclusions.save(rule);
        expect(await exclusions.list()).toEqual(rules.map((rule) => ({ ...rule, revision: 1 })));
      }),
      { numRuns: 20 },
    );
  });

  test('are changed and deleted only from the revision that is there', async () => {
    const { exclusions } = make();
    const [rule] = fc.sample(exclusion, { numRuns: 1, seed: 3 });
    if (!rule) throw new Error('no sample');
    const first = await exclusions.save(rule);
    await expect(exclusions.save(rule)).rejects.toMatchObject({ code: 'store-conflict' });
    const second = await exclusions.save({ ...first, active: !first.active });
    expect(await exclusions.list()).toEqual([second]);
    await expect(exclusions.save(first)).rejects.toMatchObject({ code: 'store-conflict' });
    await expect(exclusions.delete(first)).rejects.toMatchObject({ code: 'store-conflict' });
    await exclusions.delete(second);
    await exclusions.delete(second);
    expect(await exclusions.list()).toEqual([]);
  });
});

describe.each(PLATFORMS)('pauses of jobs %s', (_name, make) => {
  const pause = (jobId: string, pausedBy = 'u-1') => ({ jobId, pausedBy, pausedAt: 1_790_000_000_000 });

  test('are kept until they are removed; whoever paused first stays', async () => {
    const { pauses } = make();
    expect(await pauses.list()).toEqual([]);
    expect(await pauses.add(pause('p-1.download'))).toBe(true);
    expect(await pauses.add(pause('p-1.download', 'u-2'))).toBe(false);
    expect(await pauses.add(pause('p-1.activity', 'u-2'))).toBe(true);
    expect(await pauses.list()).toEqual([pause('p-1.download'), pause('p-1.activity', 'u-2')]);
    expect(await pauses.remove(['p-2.download'])).toBe(false);
    expect(await pauses.remove(['p-1.download', 'p-2.download'])).toBe(true);
    expect(await pauses.list()).toEqual([pause('p-1.activity', 'u-2')]);
  });
});

describe.each(PLATFORMS)('software models %s', (_name, make) => {
  test('come back as they were stored and are changed only from their revision', async () => {
    await fc.assert(
      fc.asyncProperty(model, async (given) => {
        const { models } = make();
        const first = await models.save(given);
        expect(await models.list()).toEqual([{ ...given, revision: 1 }]);
        await expect(models.save(given)).rejects.toMatchObject({ code: 'store-conflict' });
        const second = await models.save({ ...first, name: 'Renamed' });
        expect(await models.list()).toEqual([second]);
      }),
      { numRuns: 20 },
    );
  });
});
