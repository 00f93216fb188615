import fc from 'fast-check';
import { isHeld } from '../../src/domain/reading-lease';
import { firstBreak } from '../../src/domain/evidence';
import { MINUTE } from '../../src/domain/instant';
import type { RemovalCandidate } from '../../src/domain/removal-candidate';
import { sha256, START } from '../fakes/world';
import './forge-globals';
import type { CandidateLine } from '../../src/ports/stores';
import type { Kvs, KvsAnswer } from '../site/forge/kvs/kvs';
import { onForge } from './platforms';
import { candidate, evidence, numberedRun } from './records';

const HOUR = 60 * MINUTE;
const refused = (status: number, code: string): KvsAnswer => ({ status, body: { code, message: 'No.' } });

/** Answers requests in the store's place as long as `answer` has one. */
function interrupt(kvs: Kvs, answer: (path: string, body: string) => KvsAnswer | undefined): void {
  const handle = kvs.handle.bind(kvs);
  kvs.handle = (path, body) => answer(path, body) ?? handle(path, body);
}

/** Refuses the next requests whose path ends so. */
function refuseNext(kvs: Kvs, ending: string, count: number, answer: KvsAnswer): void {
  let left = count;
  interrupt(kvs, (path) => (path.endsWith(ending) && left-- > 0 ? answer : undefined));
}

const UNAVAILABLE = { code: 'store-unavailable' };
const [someone] = fc.sample(candidate, { numRuns: 1, seed: 11 });
const candidateNumbered = (number: string) => ({
  ...(someone as RemovalCandidate),
  number,
  accountId: 'u-1',
  state: 'Ready' as const,
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

describe('a store that takes no more for the moment', () => {
  test.each([
    ['a transaction', 'transaction', 429, 'TOO_MANY_REQUESTS'],
    ['a read', 'entity/get', 429, 'RATE_LIMIT_EXCEEDED'],
    ['a read without a known code', 'entity/get', 429, 'SOMETHING_NEW'],
    ['a transaction with another status', 'transaction', 400, 'TOO_MANY_REQUESTS'],
  ])('is asked again for %s', async (_, ending, status, code) => {
    const { evidence: log, kvs } = onForge();
    refuseNext(kvs, ending, 2, refused(status, code));
    await log.append(evidence('one'));
    const { entries } = await log.list({});
    expect(entries.map(({ text }) => text)).toEqual(['one']);
  });

  test('and goes on so is a failure, and nothing is written', async () => {
    const { evidence: log, kvs } = onForge();
    refuseNext(kvs, 'transaction', 4, refused(429, 'TOO_MANY_REQUESTS'));
    await expect(log.append(evidence('one'))).rejects.toMatchObject({ code: 'store-busy' });
    expect((await log.list({})).entries).toEqual([]);
    await log.append(evidence('two'));
    expect((await log.list({})).entries.map(({ sequence }) => sequence)).toEqual([1]);
  });

  test('for one key is asked again until it takes the change', async () => {
    const { candidates, kvs } = onForge();
    const handle = kvs.handle.bind(kvs);
    const statuses: number[] = [];
    interrupt(kvs, (path, body) => {
      const answer = handle(path, body);
      statuses.push(answer.status);
      return answer;
    });
    // Digits that do not repeat stay large when they are deflated.
    const many = (n: number) =>
      Array.from({ length: 3_000 }, (_, i) => ({ ...line(`RC${n}-${i}`), accountId: sha256(`${n} ${i}`) }));
    for (let n = 0; n < 10; n += 1) await candidates.updateBucket('p-1', 1, 0, () => many(n));
    expect(statuses).toContain(429);
    expect((await candidates.readBucket('p-1', 1, 0))[0]?.number).toBe('RC9-0');
  });

  test('finishes alone what a batch left undone', async () => {
    const { candidates, subscriptions, kvs } = onForge();
    const generation = { id: 'g-1', groups: [] };
    for (const bucket of [0, 1, 2]) await subscriptions.writeBucket(generation, bucket, []);
    interrupt(kvs, (path, body) => {
      if (!/batch\/(set|delete)$/.test(path)) return undefined;
      const [left] = JSON.parse(body) as { key: string; entityName?: string }[];
      const error = { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many.' };
      return {
        status: 200,
        body: { successfulKeys: [], failedKeys: [{ key: left?.key, entityName: left?.entityName, error }] },
      };
    });
    await candidates.createAll([candidateNumbered('RC0000001')], true);
    expect(await candidates.find('RC0000001')).toMatchObject({ number: 'RC0000001' });
    await subscriptions.sweep('g-1', { parts: [], buckets: 1 });
    await expect(subscriptions.readBucket(generation, 0)).rejects.toThrow('missing');
  });
});

describe('a store that does not know its entities yet', () => {
  test('is a failure, never an empty store', async () => {
    const { switches, runs, candidates, evidence: log, settings, counters, kvs } = onForge();
    await log.append(evidence('one'));
    await candidates.createAll([candidateNumbered('RC0000001')], true);
    await candidates.writeBucket('p-1', 2, 0, [line('RC0000001')]);
    const before = JSON.stringify(kvs.dump(''));
    switches.set('kvsEntitiesKnown', false);
    const asked: (() => Promise<unknown>)[] = [
      () => settings.findGrants(),
      () => runs.find('r-1'),
      () => runs.create(numberedRun(1, 'p-1', START)),
      () => runs.listOpen(),
      () => counters.reserve('candidate', 1),
      () => log.append(evidence('two')),
      () => log.read(1, 2),
      () => candidates.createAll([candidateNumbered('RC0000001')]),
      () => Promise.all([candidates.readBucket('p-1', 2, 0), candidates.readBucket('p-1', 2, 1)]),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject(UNAVAILABLE);
    switches.set('kvsEntitiesKnown', true);
    expect(JSON.stringify(kvs.dump(''))).toBe(before);
    expect(await candidates.readBucket('p-1', 2, 0)).toHaveLength(1);
  });
});

test('pages that are short or empty are followed to the end', async () => {
  const { runs, begunChanges, candidates, subscriptions, kvs } = onForge();
  for (const n of [1, 2, 3]) {
    await runs.create(numberedRun(n, 'p-1', START + n));
    await begunChanges.begin({ what: 'closing', candidate: `RC${n}`, at: n, text: '', details: {} });
    await subscriptions.writeBucket({ id: 'g-1', groups: [] }, n, []);
  }
  await candidates.createAll(
    ['RC1', 'RC2', 'RC3'].map((number) => candidateNumbered(number)),
    true,
  );
  const handle = kvs.handle.bind(kvs);
  let asked = 0;
  interrupt(kvs, (path, body) => {
    if (!path.endsWith('query')) return undefined;
    asked += 1;
    const answer = handle(path, JSON.stringify({ ...(JSON.parse(body) as object), limit: 1 }));
    // Every other page is empty: its cursor points to the row that it does not show.
    const { cursor, after } = JSON.parse(body) as { cursor?: string; after?: string };
    const empty = asked % 2 === 1 && (cursor ?? after) !== undefined;
    return empty ? { status: 200, body: { data: [], cursor: cursor ?? after } } : answer;
  });
  expect(await runs.listOpen()).toHaveLength(3);
  expect(await begunChanges.list()).toHaveLength(3);
  expect(await candidates.listOpenOf('u-1')).toHaveLength(3);
  await subscriptions.discard('g-1');
  expect(JSON.stringify(kvs.dump('subscription-bucket'))).not.toContain('g-1');
});

test('a lease that expired is still read, and holds nothing', async () => {
  const { leases, clock } = onForge();
  const lease = { runId: 'r-1', token: 'a', accountId: 'u-1', until: START + 2 * MINUTE };
  await leases.hold(lease);
  clock.advanceTo(START + 25 * HOUR);
  const found = await leases.find('r-1');
  expect(found).toEqual(lease);
  expect(isHeld(found, clock.now())).toBe(false);
});

test.each([
  ['kvsMixedTransactions', true],
  ['kvsMixedTransactions', false],
  ['kvsTransactionEntities', 'many'],
  ['kvsTransactionEntities', 'one'],
  ['kvsSameKeyInTables', 'allowed'],
  ['kvsSameKeyInTables', 'refused'],
])('evidence is sealed whether transactions may mix or not (%s %s)', async (name, value) => {
  const { evidence: log, switches } = onForge();
  switches.set(name, value);
  await log.append(evidence('one'), 'once');
  await log.append(evidence('one'), 'once');
  await log.appendTogether(
    Array.from({ length: 20 }, (_, n) => evidence(`many ${n}`)),
    'together',
  );
  const entries = await log.read(1, 21);
  expect([entries.length, firstBreak(entries, sha256)]).toEqual([21, undefined]);
});
