import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, confirmRules, groupsInJira, liftLimits, onlyProfile } from './ask';

/** A company whose audit log is in a language that nobody has a list of: the app works with less, and says so. */
let site: RunningSite;
let admin: ReturnType<typeof asAdministrator>;
let profileId: string;
beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 100, seed: 4 } });
  await site.control('POST', '/switches', { auditLanguage: 'other' });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
}, 120_000);
afterAll(() => site.stop());

it('is told in validation and beside the coverage', async () => {
  const { validation } = await admin.ask('getProfile', { profileId });
  const probe = validation?.probes.find(({ name }) => name === 'Audit log');
  expect(probe).toMatchObject({ ok: true, limited: true });
  expect(probe?.text).toMatch(/don’t understand \d+ of \d+ audit records/);
  const table = await admin.ask('getSubscriptionTable', { profileId });
  expect(table?.coverage?.limits.map(({ kind }) => kind)).toContain('audit-not-understood');
});

it('access that was given anew keeps the seat, whatever the log calls it', async () => {
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const [given, silent] = ready;
  if (!given || !silent) throw new Error('The site has too few candidates.');
  const { accountId } = given;
  const groups = await groupsInJira(site, admin, accountId);
  await site.control('POST', '/user', { accountId, groups: [] });
  await site.control('POST', '/user', { accountId, groups });
  expect((await admin.ask('reclaimNow', { number: given.number, mode: 'apply' })).outcome).toBe('kept');
  expect(await groupsInJira(site, admin, accountId)).toEqual(groups);
  expect((await admin.ask('reclaimNow', { number: silent.number, mode: 'apply' })).outcome).toBe('removed');
});
