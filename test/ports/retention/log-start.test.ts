import { FULL_LOG } from '../../../src/domain/retention/log-start';
import { evidence } from '../records';
import { PLATFORMS } from '../platforms';

describe.each(PLATFORMS)('the start of the log %s', (_name, make) => {
  test('moves forward only, and only entries before it are deleted', async () => {
    const store = make().evidence;
    for (let n = 1; n <= 60; n += 1) await store.append(evidence(`entry ${n}`));
    expect(await store.readStart()).toEqual(FULL_LOG);
    await expect(store.deleteEntries(1, 30)).rejects.toThrow('before the start');
    const [last] = await store.read(40, 1);
    if (!last) throw new Error('no entry');
    const moved = { ...FULL_LOG, sequence: 40, hash: last.hash, checkpoint: 60, at: 5, deletedUntil: 4 };
    await store.moveStart(moved);
    await store.moveStart({ ...FULL_LOG, sequence: 3 });
    expect(await store.readStart()).toEqual(moved);
    await store.deleteEntries(1, 40);
    await store.deleteEntries(1, 40);
    expect((await store.read(1, 60)).map(({ sequence }) => sequence)[0]).toBe(41);
    expect(await store.read(1, 60)).toHaveLength(20);
    expect((await store.append(evidence('next'))).sequence).toBe(61);
  });
});
