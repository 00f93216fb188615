import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import {
  allCandidates,
  asAdministrator,
  asPerson,
  confirmRules,
  groupsInJira,
  liftLimits,
  onlyProfile,
  type Person,
} from './ask';
import { NEIGHBOR, SIZE, startBoth } from './two-customers';

const START_MS = 180_000;

interface Customer {
  readonly site: RunningSite;
  readonly admin: Person & { readonly accountId: string };
  readonly profileId: string;
}

async function customer(site: RunningSite): Promise<Customer> {
  const admin = asAdministrator(site);
  return { site, admin, profileId: await onlyProfile(admin) };
}

let a: Customer;
let b: Customer;
/** The main job of each customer's site while it ran together with the other's. */
let together: readonly unknown[];
/** People whom the app would take the seat from on both sites: one to be seen, one to be taken back. */
let shared: string;
let taken: string;

/** What the main job found; nothing that depends on the moment it ran. */
async function found(site: RunningSite): Promise<unknown> {
  const { overview, runs } = await runMainJob(site);
  const { byRole, savings, candidatesReady } = overview;
  const { cloudId } = site.jira.site;
  return {
    cloudId,
    byRole,
    savings,
    candidatesReady,
    runs: runs.map(({ kind, status, summary }) => [kind, status, summary]),
  };
}

beforeAll(async () => {
  const sites = await startBoth();
  together = await Promise.all(sites.map(found));
  a = await customer(sites[0]);
  b = await customer(sites[1]);
  const ready = async ({ admin, profileId }: Customer) =>
    (await allCandidates(admin, profileId)).flatMap(({ state, accountId }) => (state === 'Ready' ? [accountId] : []));
  const there = await ready(b);
  [shared = '', taken = ''] = (await ready(a)).filter((accountId) => there.includes(accountId)).sort();
}, START_MS);

afterAll(() => Promise.all([a.site.stop(), b.site.stop()]));

const stored = ({ site }: Customer) => JSON.stringify(site.forge.kvs.dump(''));
const stamps = ({ site }: Customer) => Object.keys((site.forge.kvs.dump('seen.') as { plain: object }).plain);

async function view({ site }: Customer, by: string): Promise<void> {
  await site.control('POST', '/event', { eventType: 'avi:jira:viewed:issue', by });
}

test(
  'each main job finds the same as on a site alone, and nothing of the other',
  async () => {
    for (const [n, source] of [SIZE, NEIGHBOR].entries()) {
      const alone = await startSite({ source });
      try {
        expect(together[n]).toEqual(await found(alone));
      } finally {
        await alone.stop();
      }
    }
    expect(a.site.jira.site.cloudId).not.toBe(b.site.jira.site.cloudId);
  },
  START_MS,
);

test('an administrator of one site may nothing on the other', async () => {
  const elsewhere = asPerson(b.site, a.admin.accountId);
  for (let n = 0; n < 3; n += 1) {
    expect(await a.admin.envelope('listProfiles', {})).toMatchObject({ ok: true });
    for (const operation of ['listProfiles', 'listEvidence', 'getOverview'] as const)
      expect(await elsewhere.envelope(operation, {})).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  }
});

test('whoever works on both sites is seen on both', async () => {
  const [before, beforeThere] = [stamps(a).length, stamps(b).length];
  for (const each of [a, b, a, b]) await view(each, shared);
  expect([stamps(a).length - before, stamps(b).length - beforeThere]).toEqual([1, 1]);
  expect([...stamps(a), ...stamps(b)].filter((key) => key.includes(shared))).toHaveLength(2);
  for (const { admin, profileId } of [a, b]) {
    const { events } = await admin.ask('getPersonActivity', { profileId, accountId: shared });
    expect(events.map(({ what }) => what)).toContainEqual(expect.stringMatching(/view/i));
  }
});

test('views switched off by one customer are still counted for the other', async () => {
  const { revision } = await a.admin.ask('getActivitySettings', {});
  await a.admin.ask('saveActivitySettings', { countViews: false, revision });
  const minutes = 6; // until processes look at the settings again
  for (const { site } of [a, b]) await site.forge.advanceTo(site.clock.now() + minutes * 60_000);
  const viewer = a.admin.accountId;
  for (const each of [a, b]) await view(each, viewer);
  expect([a, b].map((each) => stamps(each).filter((key) => key.endsWith(viewer)).length)).toEqual([0, 1]);
  const { countViews } = await b.admin.ask('getActivitySettings', {});
  expect(countViews).toBe(true);
});

test('a seat that one customer takes back is untouched on the other’s site', async () => {
  await liftLimits(a.admin, a.profileId);
  await confirmRules(a.admin, a.profileId);
  const groupsOn = ({ site, admin }: Customer) => groupsInJira(site, admin, taken);
  const [here, there] = [await groupsOn(a), await groupsOn(b)];
  const [before, traffic] = [stored(b), b.site.jira.traffic(0).length];
  const ready = (await allCandidates(a.admin, a.profileId)).filter(({ state }) => state === 'Ready');
  const { profileId } = a;
  await a.admin.ask('startReclaim', { profileId, numbers: 'all-ready', expectedCount: ready.length });
  await a.site.forge.drain();
  expect((await groupsOn(a)).length).toBeLessThan(here.length);
  expect(stored(b)).toBe(before);
  expect(b.site.jira.traffic(0)).toHaveLength(traffic);
  expect(await groupsOn(b)).toEqual(there);
});
