import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, asPerson, confirmRules, liftLimits, onlyProfile, type Person } from './ask';

const START_MS = 180_000;
let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 3 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, START_MS);
afterAll(() => site.stop());

it('calls unknown what the platform does not tell of the scopes, and refuses nothing for it', async () => {
  const look = async () => {
    const { ready, checks } = await admin.ask('checkReclaimReadiness', { profileId });
    const { processes } = await admin.ask('getVendorConfiguration', {});
    const agreements = new Set(processes.flatMap(({ scopes }) => scopes.map(({ agreement }) => agreement)));
    return { ready, state: checks.find(({ name }) => name === 'Permission to change groups')?.state, agreements };
  };
  expect(await look()).toEqual({ ready: true, state: 'unknown', agreements: new Set(['unknown']) });
  await site.control('POST', '/switches', { contextPermissions: true });
  expect(await look()).toEqual({ ready: true, state: 'passed', agreements: new Set(['agreed']) });
});

it('leaves candidates ready when the app is not shared with the operator, and says who can act', async () => {
  const states = async () => new Set((await allCandidates(admin, profileId)).map(({ state }) => state));
  const removals = () => site.jira.traffic(0).filter(({ url }) => url.includes('/group/user'));
  const [, other = ''] = site.jira.siteAdministrators();
  const { revision } = await admin.ask('getProfile', { profileId });
  await asPerson(site, other).ask('authorizeOperator', { profileId, revision });
  await site.control('POST', '/switches', { distribution: 'contributors-only' });
  const candidates = await allCandidates(admin, profileId);
  const ready = { profileId, numbers: 'all-ready', expectedCount: candidates.length } as const;
  const { id: runId } = await admin.ask('startReclaim', ready);
  await site.forge.drain();
  const run = await admin.ask('getJobRun', { runId });
  expect(run).toMatchObject({ status: 'Partial', changed: 0 });
  expect(run.summary).toContain('does not let the reclaim operator act');
  expect(await states()).toEqual(new Set(['Ready']));
  expect(removals()).toEqual([]);
  await expect(asPerson(site, other).ask('getSession', {})).rejects.toThrow('not shared');
  const click = await admin.ask('reclaimNow', { number: candidates[0]?.number ?? '', mode: 'apply' });
  expect(click.outcome).toBe('removed');
});
