import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile, seatGroups, type Person } from './ask';

const START_MS = 180_000;
const STRANGERS = ['a-partner', 'a-robot'];

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: 40, issues: 100, seed: 5 } });
  admin = asAdministrator(site);
  const groups = (await seatGroups(admin)).slice(0, 1);
  for (const accountId of STRANGERS) {
    const created = new Date(site.clock.now() - 90 * 86_400_000).toISOString();
    const rest = { displayName: accountId, email: null, active: true, created, groups };
    await site.control('POST', '/user', { accountId, accountType: accountId.slice(2), ...rest });
  }
  await admin.ask('runSiteCheck', { check: 'account-types' });
  await runMainJob(site);
  profileId = await onlyProfile(admin);
}, START_MS);
afterAll(() => site.stop());

it('accounts of kinds that nobody knows hold no seat and are no candidates', async () => {
  const seats = await allSeats(admin, profileId);
  expect(seats.filter(({ accountId }) => STRANGERS.includes(accountId))).toEqual([]);
  for (const accountId of STRANGERS) {
    const why = { justification: 'Unallocated', note: 'Not ours' } as const;
    const byHand = { profileId, accountId, roleKey: seats[0]?.roleKey ?? '', ...why };
    expect(await admin.envelope('createCandidate', byHand)).toMatchObject({ error: { code: 'not-found' } });
  }
});

it('are counted by the site check, in its support file and beside the coverage', async () => {
  const { checks } = await admin.ask('getSiteChecks', {});
  const found = checks.find(({ check }) => check === 'account-types');
  expect(found).toMatchObject({ outcome: 'unknown-types', facts: { unknown: STRANGERS.length } });
  const file = JSON.stringify(await admin.ask('getSupportFile', {}));
  expect(file).toContain('"check":"account-types","outcome":"unknown-types"');
  for (const accountId of STRANGERS) expect(file).not.toContain(accountId);
  const table = await admin.ask('getSubscriptionTable', { profileId });
  expect(table?.coverage?.limits).toContainEqual({
    kind: 'unknown-accounts',
    text: '2 accounts are of kinds that we don’t know: counted as no seat and left alone.',
  });
});
