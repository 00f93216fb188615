import { NO_GRANTS } from '../../src/domain/app-role';
import { SUGGESTED_BUDGET } from '../../src/domain/point-budget';
import { PLATFORMS } from './platforms';

describe.each(PLATFORMS)('settings %s', (_name, make) => {
  test('suggest a point budget until it is changed, from the revision that is there', async () => {
    const { settings } = make();
    expect(await settings.findPointBudget()).toEqual(SUGGESTED_BUDGET);
    const changed = await settings.replacePointBudget({ revision: 0, budgetPoints: 5_000 });
    expect(changed).toEqual({ revision: 1, budgetPoints: 5_000 });
    expect(await settings.findPointBudget()).toEqual(changed);
    await expect(settings.replacePointBudget({ revision: 0, budgetPoints: 9_000 })).rejects.toMatchObject({
      code: 'store-conflict',
    });
    expect(await settings.findPointBudget()).toEqual(changed);
  });

  test('roles begin empty and are changed only from the revision that is there', async () => {
    const { settings } = make();
    expect(await settings.findGrants()).toEqual(NO_GRANTS);
    const grants = await settings.replaceGrants({ ...NO_GRANTS, viewerGroupIds: ['g-1'] });
    expect(grants).toEqual({ ...NO_GRANTS, revision: 1, viewerGroupIds: ['g-1'] });
    expect(await settings.findGrants()).toEqual(grants);
    await expect(settings.replaceGrants(NO_GRANTS)).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('notices have no work item until one is chosen, from the revision that is there', async () => {
    const { settings } = make();
    expect(await settings.findNoticeSettings()).toEqual({ revision: 0, workItem: null });
    const chosen = { revision: 0, workItem: { id: '10001', key: 'LIC-1' } };
    expect(await settings.replaceNoticeSettings(chosen)).toEqual({ ...chosen, revision: 1 });
    expect(await settings.findNoticeSettings()).toEqual({ ...chosen, revision: 1 });
    await expect(settings.replaceNoticeSettings(chosen)).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('groups that are managed elsewhere are remembered and forgotten', async () => {
    const { settings } = make();
    await settings.markExternallyManaged(['g-1', 'g-2']);
    await settings.markExternallyManaged(['g-2', 'g-3']);
    await settings.unmarkExternallyManaged(['g-1', 'g-9']);
    expect([...(await settings.listExternallyManaged())].sort()).toEqual(['g-2', 'g-3']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'g.1'])(
    'returns are remembered of a group %s',
    async (groupId) => {
      const { settings } = make();
      const found = { accountId: 'u-1', candidate: 'RC0000001', at: 1 };
      await settings.addReturn('g-1', found);
      expect(await settings.addReturn(groupId, found)).toEqual([found]);
      expect(await settings.listReturns()).toEqual(
        new Map([
          [groupId, [found]],
          ['g-1', [found]],
        ]),
      );
      await settings.unmarkExternallyManaged([groupId]);
      expect([...(await settings.listReturns()).keys()]).toEqual(['g-1']);
    },
  );
});
