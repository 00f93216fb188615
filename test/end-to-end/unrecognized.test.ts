import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile, type Person } from './ask';

const NEW = 'jira-customer-service';
const AS_IN_JIRA = 'Customer Service Management';

describe('an application that appears after the first download', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  let profileId: string;
  let roles: { key: string; groupDetails: object[] }[];

  beforeAll(async () => {
    site = await startSite({ source: { seats: 60, issues: 60, seed: 4 } });
    admin = asAdministrator(site);
    await runMainJob(site);
    profileId = await onlyProfile(admin);
    const authorization = `Basic ${Buffer.from(`${admin.accountId}:token`).toString('base64')}`;
    roles = (await (
      await fetch(`${site.url}/rest/api/3/applicationrole`, { headers: { authorization } })
    ).json()) as typeof roles;
  }, 180_000);
  afterAll(async () => {
    await site.stop();
  });

  const models = async () => (await admin.ask('listSoftwareModels', {})).models;
  const model = async () => (await models()).find(({ roleKey }) => roleKey === NEW);

  /** The groups of Jira Service Management give the new application too. */
  async function appear(): Promise<void> {
    const desk = roles.find(({ key }) => key === 'jira-servicedesk');
    if (!desk) throw new Error('the site has no service desk');
    const body = [...roles, { ...desk, key: NEW, name: AS_IN_JIRA }];
    await site.control('POST', '/faults', { match: { path: '/applicationrole$' }, then: { status: 200, body } });
    await admin.ask('runJobNow', { jobId: `${profileId}.download` });
    await site.forge.drain();
  }

  it('is an unrecognized subscription identifier, with its subscriptions counted', async () => {
    expect((await models()).every(({ isRecognized }) => isRecognized)).toBe(true);
    await appear();
    const desk = (await models()).find(({ roleKey }) => roleKey === 'jira-servicedesk');
    expect(desk?.subscriptions).toBeGreaterThan(0);
    expect(await model()).toMatchObject({
      isRecognized: false,
      name: AS_IN_JIRA,
      givenName: null,
      subscriptions: desk?.subscriptions,
      profiles: ['Jira integration'],
    });
  });

  it('labels all its subscriptions, everywhere, once it is named', async () => {
    await admin.ask('saveSoftwareModel', { roleKey: NEW, revision: 0, name: 'Our help desk', unitCost: null });
    expect(await model()).toMatchObject({ isRecognized: true, name: 'Our help desk', roleName: AS_IN_JIRA });
    const table = await admin.ask('getSubscriptionTable', { profileId });
    const role = table?.roles.findIndex(({ key }) => key === NEW) ?? -1;
    expect(table?.roles[role]).toEqual({ key: NEW, name: 'Our help desk' });
    const rows = await allSeats(admin, profileId);
    expect(rows.filter((row) => row.role === role)).toHaveLength((await model())?.subscriptions ?? -1);
    const { byRole } = await admin.ask('getOverview', {});
    expect(byRole.find(({ roleKey }) => roleKey === NEW)?.name).toBe('Our help desk');
  });

  it('is listed as before when Jira no longer has it, and named until somebody changes that', async () => {
    await site.control('DELETE', '/faults');
    await admin.ask('runJobNow', { jobId: `${profileId}.download` });
    await site.forge.drain();
    expect(await model()).toMatchObject({ name: 'Our help desk', subscriptions: 0 });
  });
});
