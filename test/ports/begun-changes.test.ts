import { PLATFORMS } from './platforms';

describe.each(PLATFORMS)('changes that were begun %s', (_name, make) => {
  const change = {
    what: 'closing' as const,
    candidate: 'RC0000001',
    at: 1_000,
    text: 'Closed.',
    details: { kind: 'comment-added' },
  };

  test('are listed until they end, each by itself', async () => {
    const { begunChanges } = make();
    expect(await begunChanges.list()).toEqual([]);
    await begunChanges.begin(change);
    await begunChanges.begin({ ...change, at: 2_000 });
    await begunChanges.end({ candidate: change.candidate, at: 2_000 });
    await begunChanges.end({ candidate: 'RC0000009', at: 1_000 });
    expect(await begunChanges.list()).toEqual([change]);
  });

  test('are all listed, however many they are', async () => {
    const { begunChanges } = make();
    for (let at = 1; at <= 45; at += 1) await begunChanges.begin({ ...change, at });
    expect(new Set((await begunChanges.list()).map(({ at }) => at)).size).toBe(45);
  });
});
