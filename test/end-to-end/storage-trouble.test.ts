import type { Overview } from '../../src/shared/contract';
import type { FaultRule } from '../site/core/faults';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, onlyProfile } from './ask';

const SOURCE = { seats: 60, issues: 200, seed: 5 };
const MINUTE = 60_000;

const sites: RunningSite[] = [];
afterAll(() => Promise.all(sites.map((site) => site.stop())));

async function newSite(): Promise<RunningSite> {
  const site = await startSite({ source: SOURCE });
  sites.push(site);
  return site;
}

/** What the main job found out: nothing of it may depend on how the storage behaved meanwhile. */
function findings({ seats, candidatesReady, byRole, activityBuckets }: Overview): object {
  return { seats, candidatesReady, byRole, activityBuckets };
}

let calm: object;
beforeAll(async () => {
  calm = findings((await runMainJob(await newSite())).overview);
}, 180_000);

const busy = (kvs: string, code: string, more: object = {}): FaultRule => ({
  match: { kvs, ...more },
  then: { status: 429, body: { code, message: 'Slow down.' } },
});

it('finds the same where the storage takes no more now and then, whatever the operation', async () => {
  const site = await newSite();
  for (const kvs of ['transaction', 'batch/get', 'entity/query'])
    site.faults.add(busy(kvs, kvs === 'transaction' ? 'TOO_MANY_REQUESTS' : 'RATE_LIMIT_EXCEEDED', { rate: 0.05 }));
  site.faults.add(busy('*', 'RATE_LIMIT_EXCEEDED', { rate: 0.02 }));
  const { overview, runs } = await runMainJob(site);
  expect(runs.map(({ status }) => status)).toEqual(['Complete', 'Complete', 'Complete']);
  expect(findings(overview)).toEqual(calm);
  expect(site.faults.list().map(({ fired }) => fired > 0)).toContain(true);
  const start = { sequence: 0, hash: '0'.repeat(64) };
  expect(await asAdministrator(site).ask('verifyEvidence', { after: start })).toMatchObject({
    isDone: true,
    broken: null,
  });
}, 180_000);

it('finds the same where one key takes no more for a while', async () => {
  const site = await newSite();
  for (const nth of [3, 4, 9, 15]) site.faults.add(busy('transaction', 'TOO_MANY_REQUESTS', { key: 'head', nth }));
  const { overview, runs } = await runMainJob(site);
  expect(runs.map(({ status }) => status)).toEqual(['Complete', 'Complete', 'Complete']);
  expect(findings(overview)).toEqual(calm);
  expect(site.faults.list()[0]?.fired).toBe(1);
}, 180_000);

it('writes nothing while the storage does not know its entities yet, and goes on afterwards', async () => {
  const site = await newSite();
  const admin = asAdministrator(site);
  const stored = () => JSON.stringify(site.forge.kvs.dump(''));
  const before = stored();
  site.switches.set('kvsEntitiesKnown', false);
  const answer = await admin.envelope('listProfiles', {});
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'internal', message: expect.stringContaining('storage did not answer') as string },
  });
  site.switches.set('kvsEntitiesKnown', true);
  expect(stored()).toBe(before);
  expect(findings((await runMainJob(site)).overview)).toEqual(calm);
}, 180_000);

it('makes up for a job that began while the storage did not know its entities', async () => {
  const site = await newSite();
  await runMainJob(site);
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  const candidates = await allCandidates(admin, profileId);
  await admin.ask('runJobNow', { jobId: `${profileId}.download` });
  site.switches.set('kvsEntitiesKnown', false);
  await site.forge.advanceTo(site.clock.now() + 10 * MINUTE);
  site.switches.set('kvsEntitiesKnown', true);
  await site.forge.advanceTo(site.clock.now() + 90 * MINUTE);
  const { runs } = await admin.ask('listJobRuns', { profileId });
  expect(runs.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
  const latest = (['download', 'activity', 'evaluate'] as const).map((job) => runs.find(({ kind }) => kind === job));
  expect(latest.map((run) => run?.status)).toEqual(['Complete', 'Complete', 'Complete']);
  expect(await allCandidates(admin, profileId)).toEqual(candidates);
}, 180_000);
