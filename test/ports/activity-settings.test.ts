import { FIRST_SETTINGS } from '../../src/domain/view-counting';
import { PLATFORMS } from './platforms';

describe.each(PLATFORMS)('settings of activity %s', (_name, make) => {
  test('are the first ones until they are replaced, only from the revision that is there', async () => {
    const { activitySettings } = make();
    expect(await activitySettings.find()).toEqual(FIRST_SETTINGS);
    const stored = await activitySettings.replace({ revision: 0, countViews: true, viewsFrom: 5 });
    expect(stored).toEqual({ revision: 1, countViews: true, viewsFrom: 5 });
    await expect(activitySettings.replace(FIRST_SETTINGS)).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await activitySettings.replace({ ...stored, countViews: false, viewsFrom: null })).toMatchObject({
      revision: 2,
    });
    expect(await activitySettings.find()).toEqual({ revision: 2, countViews: false, viewsFrom: null });
  });

  test('apps are remembered once each, however often they are seen', async () => {
    const { activitySettings } = make();
    expect([...(await activitySettings.listApps())]).toEqual([]);
    await activitySettings.addApps(['a', 'b']);
    await activitySettings.addApps(['b', 'c']);
    await activitySettings.addApps(['a']);
    expect([...(await activitySettings.listApps())].sort()).toEqual(['a', 'b', 'c']);
  });
});
