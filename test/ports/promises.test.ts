import type { SeatPromise } from '../../src/domain/promises/seat-promise';
import { PLATFORMS } from './platforms';

const promise = (accountId: string, roleKey: string): SeatPromise => ({
  accountId,
  roleKey,
  kept: { because: 'granted', at: 1, until: 2 },
  back: { how: 'restored', at: 3 },
  seenAt: 4,
  question: {
    candidate: 'RC0000001',
    notice: {
      askedAt: 5,
      by: 'u-admin',
      workItem: 'LIC-1',
      answerDay: '2026-12-07',
      zone: 'UTC',
      answerBy: 6,
      answer: { kind: 'keep', at: 7 },
      decision: { kind: 'granted', at: 8, by: 'u-admin', keptUntil: 9 },
    },
  },
});

describe.each(PLATFORMS)('what was promised about seats %s', (_name, make) => {
  test('is kept by person and application, whatever their ids are', async () => {
    const { promises } = make();
    const all = [promise('u-1', 'jira-software'), promise('u-1', 'jira-servicedesk'), promise('u/2 "é', '__proto__')];
    for (const each of all) await promises.save(each);
    for (const each of all) expect(await promises.find(each)).toEqual(each);
    expect(await promises.find({ accountId: 'u-2', roleKey: 'jira-software' })).toBeUndefined();
    expect(new Set(await promises.list())).toEqual(new Set(all));
  });

  test('is replaced and removed by seat', async () => {
    const { promises } = make();
    const own = promise('u-1', 'jira-software');
    await promises.save(own);
    await promises.save({ ...own, kept: null });
    expect(await promises.list()).toEqual([{ ...own, kept: null }]);
    await promises.remove(own);
    await promises.remove(own);
    expect(await promises.list()).toEqual([]);
  });

  test('is all listed, however much it is', async () => {
    const { promises } = make();
    for (let n = 0; n < 230; n += 1) await promises.save(promise(`u-${n}`, 'jira-software'));
    expect(new Set((await promises.list()).map(({ accountId }) => accountId)).size).toBe(230);
  });
});
