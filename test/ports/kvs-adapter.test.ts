import { firstBreak } from '../../src/domain/evidence';
import { DAY } from '../../src/domain/instant';
import { NO_GRANTS } from '../../src/domain/app-role';
import { emptySnapshot } from '../../src/domain/license-position';
import { sha256, START } from '../fakes/world';
import { platform } from './forge-globals';
import { KvsCandidateStore } from '../../src/adapters/store/candidate-store';
import type { CandidateLine } from '../../src/ports/stores';
import { onForge } from './platforms';
import { evidence, numberedRun } from './records';

/** Loses the answer of the nth write from now on: it took effect, but the client is told that it failed. */
function loseAnswer(nth: number): void {
  let writes = 0;
  platform.afterStore = (path) => {
    if (!/set|transaction/.test(path)) return;
    writes += 1;
    if (writes === nth) throw new Error('socket hang up');
  };
}

describe('an answer of the store that is lost', () => {
  test('does not make a run twice or a change twice', async () => {
    const { runs } = onForge();
    const run = numberedRun(1, 'p-1', START);
    loseAnswer(1);
    expect(await runs.create(run)).toBe(true);
    loseAnswer(1);
    expect(await runs.replace({ ...run, step: 1 })).toMatchObject({ step: 1, revision: 2 });
    expect(await runs.find(run.id)).toMatchObject({ step: 1, revision: 2 });
  });

  test.each([1, 2])('does not lose or repeat a counted number (write %d)', async (nth) => {
    const { counters } = onForge();
    await counters.reserve('candidate', 1);
    loseAnswer(nth);
    expect(await counters.reserve('candidate', 2)).toBe(2);
    expect(await counters.reserve('candidate', 1)).toBe(4);
  });

  test.each([1, 2, 3])('does not repeat an entry of the evidence log (write %d)', async (nth) => {
    const { evidence: log } = onForge();
    loseAnswer(nth);
    await log.append(evidence('one'));
    await log.append(evidence('two'));
    const { entries } = await log.list({});
    expect(entries.map(({ text }) => text)).toEqual(['two', 'one']);
    expect(firstBreak(entries.reverse(), sha256)).toBeUndefined();
  });

  test('does not refuse a change that was made', async () => {
    const { settings } = onForge();
    await settings.replaceGrants(NO_GRANTS);
    loseAnswer(1);
    expect(await settings.replaceGrants({ ...NO_GRANTS, revision: 1 })).toMatchObject({ revision: 2 });
  });

  test('of a day stamp changes nothing', async () => {
    const { stamps } = onForge();
    loseAnswer(1);
    await stamps.put({ day: '2026-11-23', kind: 'issue-viewed', accountId: 'lost-answer', at: START, ref: null });
    expect(await stamps.wasSeen('lost-answer', ['2026-11-23'])).toBe(true);
  });
});

const line = (number: string): CandidateLine => ({
  accountId: `u-${number}`,
  roleKey: 'jira-software',
  number,
  state: 'Ready',
  openedAt: START,
  inactiveDays: null,
  settledAt: null,
  flag: null,
  until: null,
  askedAt: null,
  alsoLost: [],
  justification: 'Low Usage',
  seatFreed: null,
});

describe('buckets that are asked for at once', () => {
  const people = (accountId: string) => [{ accountId, assignedAt: null, lastByKind: {} }];

  test('are read in a few requests, each with what it asked for', async () => {
    const { activity } = onForge();
    for (let bucket = 0; bucket < 40; bucket += 1) await activity.writeBucket(64, bucket, people(`u-${bucket}`));
    const paths: string[] = [];
    platform.afterStore = (path) => paths.push(path);
    const read = await Promise.all(Array.from({ length: 42 }, (_, bucket) => activity.readBucket(64, bucket)));
    expect(read).toEqual([...Array.from({ length: 40 }, (_, n) => people(`u-${n}`)), [], []]);
    expect(paths.map((path) => path.split('/v1/')[1])).toEqual(['batch/get', 'batch/get', 'batch/get']);
  });

  test('and that the store leaves out of its answer are asked for alone', async () => {
    const { activity, kvs } = onForge();
    for (const bucket of [0, 1, 2]) await activity.writeBucket(4, bucket, people(`u-${bucket}`));
    const handle = kvs.handle.bind(kvs);
    kvs.handle = (path, body) => {
      const answer = handle(path, body);
      if (!path.endsWith('batch/get')) return answer;
      const { successfulKeys } = answer.body as { successfulKeys: { key: string }[] };
      const failed = { key: successfulKeys[1]?.key, error: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many.' } };
      return { status: 200, body: { successfulKeys: [successfulKeys[0], successfulKeys[2]], failedKeys: [failed] } };
    };
    const read = await Promise.all([0, 1, 2].map((bucket) => activity.readBucket(4, bucket)));
    expect(read).toEqual([people('u-0'), people('u-1'), people('u-2')]);
  });

  test('of candidates are changed from what was read, unless somebody else was faster', async () => {
    const { candidates } = onForge();
    const other = new KvsCandidateStore();
    await candidates.writeBucket('p-1', 1, 0, [line('RC0000001')]);
    await candidates.readBucket('p-1', 1, 0);
    await other.writeBucket('p-1', 1, 0, [line('RC0000001'), line('RC0000002')]);
    const changed = await candidates.updateBucket('p-1', 1, 0, (lines) => [...lines, line('RC0000003')]);
    expect(changed.lines.map(({ number }) => number)).toEqual(['RC0000001', 'RC0000002', 'RC0000003']);
  });

  test('of candidates that were not there are made, unless somebody else was faster', async () => {
    const { candidates } = onForge();
    const other = new KvsCandidateStore();
    expect(await candidates.readBucket('p-1', 2, 0)).toEqual([]);
    expect(await candidates.readBucket('p-1', 2, 1)).toEqual([]);
    await other.writeBucket('p-1', 2, 0, [line('RC0000001')]);
    const add = (bucket: number) =>
      candidates.updateBucket('p-1', 2, bucket, (lines) => [...lines, line(`RC000000${bucket + 2}`)]);
    expect((await add(0)).lines.map(({ number }) => number)).toEqual(['RC0000001', 'RC0000002']);
    expect((await add(1)).lines.map(({ number }) => number)).toEqual(['RC0000003']);
    expect(await candidates.readBucket('p-1', 2, 0)).toHaveLength(2);
  });
});

describe('a store that does not answer', () => {
  const silence = () => {
    platform.afterStore = () => {
      throw new Error('socket hang up');
    };
  };

  test('is a failure of the store, never an empty answer', async () => {
    const stores = onForge();
    silence();
    const unavailable = { code: 'store-unavailable' };
    await expect(stores.profiles.list()).rejects.toMatchObject(unavailable);
    await expect(stores.runs.findLatest('p-1', 'download')).rejects.toMatchObject(unavailable);
    await expect(stores.subscriptions.findCurrent('p-1')).rejects.toMatchObject(unavailable);
    await expect(stores.activity.readBucket(1, 0)).rejects.toMatchObject(unavailable);
    await expect(stores.candidates.find('RC0000001')).rejects.toMatchObject(unavailable);
    await expect(stores.stamps.wasSeen('u-1', ['2026-11-23'])).rejects.toMatchObject(unavailable);
    await expect(stores.evidence.list({})).rejects.toMatchObject(unavailable);
  });
});

describe('many writers at once', () => {
  test('all get their turn, in the log and in a record', async () => {
    const { evidence: log, activitySettings, counters, clock } = onForge();
    const writers = Array.from({ length: 25 }, (_, n) => n);
    const nextSecond = () => clock.advanceTo(clock.now() + 1000);
    await Promise.all(writers.map((n) => log.append(evidence(`entry ${n}`))));
    const entries = await log.read(1, writers.length);
    expect(entries.map(({ text }) => text).sort()).toEqual(writers.map((n) => `entry ${n}`).sort());
    expect(firstBreak(entries, sha256)).toBeUndefined();
    nextSecond();
    const numbers = await Promise.all(writers.map(() => counters.reserve('candidate', 1)));
    expect(new Set(numbers).size).toBe(writers.length);
    nextSecond();
    await Promise.all(writers.map((n) => activitySettings.addApps([`app-${n}`])));
    expect((await activitySettings.listApps()).size).toBe(writers.length);
  });
});

describe('what is stored', () => {
  test('and has not the expected form is a failure, not a default', async () => {
    const { kvs, subscriptions, positions, runs } = onForge();
    const put = (key: string, value: unknown, entityName?: string) =>
      kvs.handle(entityName ? '/api/v1/entity/set' : '/api/v1/set', JSON.stringify({ key, value, entityName }));
    put('subscriptions.p-1', { v: 99, id: 'x' });
    put('license-position.p-1', 'nonsense');
    put('r-1', { revision: 1, profileId: 'p', createdAt: 1, record: { id: 'r-1' } }, 'job-run');
    await expect(subscriptions.findCurrent('p-1')).rejects.toMatchObject({ code: 'store-unreadable' });
    await expect(positions.find('p-1')).rejects.toMatchObject({ code: 'store-unreadable' });
    await expect(runs.find('r-1')).rejects.toMatchObject({ code: 'store-unreadable' });
  });

  test('of a position before spans were told apart is read with none of the new ones', async () => {
    const { kvs, positions } = onForge();
    const value = { v: 1, at: 5, byRole: [], activity: { '0–30': 3, Unknown: 1 } };
    kvs.handle('/api/v1/set', JSON.stringify({ key: 'license-position.p-1', value }));
    const activity = { ...emptySnapshot(), '0–30': 3, Unknown: 1 };
    expect(await positions.find('p-1')).toEqual({ at: 5, byRole: [], activity });
  });

  test('of a list before it told since when it is known is read with its own date', async () => {
    const { kvs, subscriptions } = onForge();
    const empty = { roles: [], groups: [], administrators: { groups: [], buckets: 0 }, checks: [], previous: null };
    const value = { v: 1, id: 'g-1', profileId: 'p-1', buckets: 1, people: 0, seats: 0, completedAt: 7, ...empty };
    kvs.handle('/api/v1/set', JSON.stringify({ key: 'subscriptions.p-1', value }));
    expect(await subscriptions.findCurrent('p-1')).toMatchObject({ completedAt: 7, knownSince: 7 });
  });

  test('of day stamps of both groups is told apart by the key', async () => {
    const { kvs, stamps } = onForge();
    const put = (key: string, value: unknown) => kvs.handle('/api/v1/set', JSON.stringify({ key, value }));
    put('seen.2026-11-23.view.u-1', START);
    put('seen.2026-11-23.contribution.712020:1', START + 1);
    expect((await stamps.listDay('2026-11-23')).stamps).toEqual([
      { day: '2026-11-23', accountId: '712020:1', kind: 'issue-changed', at: START + 1, ref: null },
      { day: '2026-11-23', accountId: 'u-1', kind: 'issue-viewed', at: START, ref: null },
    ]);
  });

  test('day stamps expire after the longest look-back, and are gone two days later', async () => {
    const { stamps, clock } = onForge();
    await stamps.put({ day: '2026-11-23', kind: 'issue-viewed', accountId: 'expires', at: START, ref: null });
    clock.advanceTo(START + 119 * 86_400_000);
    expect(await stamps.wasSeen('expires', ['2026-11-23'])).toBe(true);
    clock.advanceTo(START + 122 * 86_400_000 + 1);
    expect(await stamps.wasSeen('expires', ['2026-11-23'])).toBe(false);
  });
});

test('entries of the evidence log never expire', async () => {
  const { evidence: log, clock } = onForge();
  await log.append(evidence('long ago'));
  clock.advanceTo(START + 3650 * DAY);
  expect(await log.read(1, 1)).toMatchObject([{ text: 'long ago' }]);
  expect((await log.list({})).entries).toHaveLength(1);
});
