import type { FoundActivity } from '../../src/domain/found-activity';
import { PLATFORMS } from './platforms';

const found = (accountId: string): FoundActivity => ({
  accountId,
  facts: [{ accountId, kind: 'comment-added', at: 5, ref: 'A-1' }],
  access: [['jira-software', 7]],
  unreadUntil: 9,
});
const open = (accountId: string): FoundActivity => ({ accountId, facts: [], access: [], unreadUntil: null });

describe.each(PLATFORMS)('what was found outside of the activity runs %s', (_name, make) => {
  test('is listed until it is removed, whoever it is about and however many they are', async () => {
    const { activity } = make();
    expect((await activity.listFound()).size).toBe(0);
    const many = Array.from({ length: 1201 }, (_, n) => open(`u-${n}`));
    await activity.addFound('RC0000001.5', [found('u/ 1 "é')]);
    await activity.addFound('download-1', many);
    await activity.addFound('download-1', many);
    await activity.addFound('nobody', []);
    const listed = await activity.listFound();
    expect([...listed.values()].flat().filter(({ facts }) => facts.length > 0)).toEqual([found('u/ 1 "é')]);
    expect(new Set([...listed.values()].flat().map(({ accountId }) => accountId)).size).toBe(1202);
    await activity.removeFound([...listed.keys()]);
    expect([...(await activity.listFound()).values()].flat()).toEqual([]);
  });
});
