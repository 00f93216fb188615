import fc from 'fast-check';
import { beat, flowing } from '../../src/domain/event-watch';
import { NOW } from '../domain/arbitraries';
import { PLATFORMS } from './platforms';
import { eventWatch, unread } from './records';

describe.each(PLATFORMS)('what was left unread %s', (_name, make) => {
  test('comes back as it was stored, part by part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unread, { maxLength: 20 }), async (people) => {
        const { activity } = make();
        await activity.writeUnread(4, 2, people);
        expect(await activity.readUnread(4, 2)).toEqual(people);
        expect(await activity.readUnread(4, 1)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('has no parts before the first, and loses those of an old cut', async () => {
    const { activity } = make();
    expect(await activity.findUnreadBuckets()).toBeUndefined();
    await activity.setUnreadBuckets(4);
    expect(await activity.findUnreadBuckets()).toBe(4);
    const people = [{ accountId: 'u-1', until: 1, isUnclear: false }];
    for (let n = 0; n < 32; n += 1) await activity.writeUnread(32, n, people);
    await activity.writeUnread(4, 0, people);
    await activity.deleteUnread(32);
    expect(await activity.readUnread(32, 31)).toEqual([]);
    expect(await activity.readUnread(4, 0)).toEqual(people);
  });

  test('a full part fits into the store', async () => {
    const { activity } = make();
    const full = Array.from({ length: 1600 }, (_, n) => ({
      accountId: `712020:00000000-0000-0000-0000-${String(n).padStart(12, '0')}`,
      until: NOW,
      isUnclear: true,
    }));
    await activity.writeUnread(1, 0, full);
    expect(await activity.readUnread(1, 0)).toEqual(full);
  });
});

describe.each(PLATFORMS)('the watch over product events %s', (_name, make) => {
  test('comes back as it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(eventWatch, async (watch) => {
        const store = make().eventWatch;
        expect(await store.update(() => watch)).toEqual(watch);
        expect(await store.find()).toEqual(watch);
      }),
      { numRuns: 20 },
    );
  });

  test('loses no change of several writers at once', async () => {
    const store = make().eventWatch;
    expect(await store.find()).toBeUndefined();
    await store.update((watch) => beat(watch, NOW));
    await Promise.all([
      store.update((watch) => beat(watch, NOW + 1)),
      store.update((watch) => flowing(watch ?? beat(undefined, NOW), NOW + 2)),
    ]);
    expect(await store.find()).toMatchObject({ beatAt: NOW + 1, flowsSince: NOW + 2 });
  });
});
