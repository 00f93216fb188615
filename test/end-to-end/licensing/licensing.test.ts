import { runMainJob } from '../../site/main-job';
import { startSite, type RunningSite } from '../../site/site';
import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile, type Person } from '../ask';

const START_MS = 180_000;
let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 5 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, START_MS);
afterAll(() => site.stop());

const ready = async () => (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');

it.each(['none-reported', 'active'] as const)('may take a seat back while the license is %s', async (license) => {
  site.switches.setAll({ license });
  const expected = license === 'active' ? 'active' : 'unknown';
  expect(await admin.ask('getSession', {})).toMatchObject({ license: expected });
  const outcomes: string[] = [];
  for (const { number } of await ready()) {
    outcomes.push((await admin.ask('reclaimNow', { number, mode: 'apply' })).outcome);
    if (outcomes.includes('removed')) break; // some are kept: a program's account, a group of an identity provider
  }
  expect(outcomes).toContain('removed');
});

it('takes nothing, by no door, without a license, and still reads, exports and gives back', async () => {
  const taken = (await allCandidates(admin, profileId)).find(({ state }) => state === 'Closed Complete');
  const numbers = (await ready()).map(({ number }) => number);
  site.switches.setAll({ license: 'inactive' });
  const refused = { error: { code: 'refused', message: expect.stringContaining('license') as unknown } };
  expect(await admin.envelope('reclaimNow', { number: numbers[0] ?? '', mode: 'apply' })).toMatchObject(refused);
  const batch = { profileId, numbers, expectedCount: numbers.length };
  expect(await admin.envelope('startReclaim', batch)).toMatchObject(refused);

  expect(await admin.ask('getSession', {})).toMatchObject({ license: 'inactive' });
  expect((await admin.ask('readEvidence', { first: 1 })).entries.length).toBeGreaterThan(0);
  expect(await admin.ask('restoreNow', { number: taken?.number ?? '' })).toMatchObject({ outcome: 'restored' });
  await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
  await site.forge.drain();
  expect((await admin.ask('listJobRuns', { profileId })).runs[0]).toMatchObject({
    kind: 'evaluate',
    status: 'Complete',
  });
});
