import { STRIDE } from '../fakes/crashing';
import { startSite, type RunningSite } from '../site/site';
import { asAdministrator, seatGroups, type Person } from './ask';
import { independentClient, listedSeats } from './independent-client';

const [HOUR, DAY] = [3_600_000, 24 * 3_600_000];
/** After a download was due: enough for the hourly tick to wake a run that stopped. */
const REST = 4 * HOUR;
/**
 * Doors at which a process can be killed while it downloads, and at how many of their calls. All of them passed at every call;
 * of the hundred calls of the store every sixth keeps this suite short, the use cases' own tests take every one.
 */
const DOORS = [
  { door: { path: '^/rest/' }, every: 1 },
  { door: { kvs: '*' }, every: 6 },
  { door: { queue: 'push' }, every: 1 },
] as const;
const TIMEOUT_MS = 180_000;

let site: RunningSite;
let admin: Person & { readonly accountId: string };
let profileId: string;
let groupIds: readonly string[];
let newcomers = 0;

beforeAll(async () => {
  site = await startSite({ source: { seats: 60, issues: 10, seed: 21 } });
  admin = asAdministrator(site);
  groupIds = await seatGroups(admin);
  const saved = await admin.ask('saveProfile', {
    displayName: 'Crashes',
    downloadActivity: false,
    analyzeFrom: new Date(site.clock.now() - 30 * DAY).toISOString(),
    reclaim: false,
    groupIds,
  });
  profileId = saved.id;
  const { revision } = await admin.ask('validateConnection', { profileId });
  await admin.ask('publishProfile', { profileId, revision });
  await site.forge.advanceTo(site.clock.now() + REST);
}, 180_000);
afterEach(async () => {
  await site.control('DELETE', '/faults');
  for (const name of ['kvsQueryDelay', 'membershipReadDelay', 'seatCountDelay'])
    await site.control('POST', '/switches', { [name]: 0 });
});
afterAll(() => site.stop());

const seatsInJira = () => independentClient(site, admin).seats(groupIds);

/** Somebody joins one group, and whoever joined the day before moves on or leaves. */
async function change(): Promise<void> {
  newcomers += 1;
  const account = { email: null, accountType: 'atlassian', active: true };
  const created = new Date(site.clock.now()).toISOString();
  const groups = [groupIds[newcomers % groupIds.length]];
  await site.control('POST', '/user', {
    ...account,
    ...{ accountId: `new-${newcomers}`, displayName: `New ${newcomers}`, created, groups },
  });
  if (newcomers < 2) return;
  const last = newcomers % 2 === 0 ? [] : [groupIds[(newcomers + 1) % groupIds.length]];
  await site.control('POST', '/user', { accountId: `new-${newcomers - 1}`, groups: last });
}

/** Lets a day pass on which people come and go; what is due then runs, and is woken where it stopped. */
async function nextDay(disturb: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await site.forge.advanceTo(site.clock.now() + DAY - REST - HOUR);
  await change();
  await disturb();
  await site.forge.advanceTo(site.clock.now() + HOUR + REST);
}

async function lastDownload() {
  const { runs } = await admin.ask('listJobRuns', { profileId });
  return runs.find(({ kind }) => kind === 'download');
}

describe.each(['before', 'after'] as const)('a process that is killed %s a call took effect', (moment) => {
  const killEverywhere = async ({ door, every }: (typeof DOORS)[number]) => {
    for (let nth = 1; ; nth += every * STRIDE[moment]) {
      const match = { ...door, nth };
      await nextDay(() => site.control('POST', '/faults', { match, then: { killFunction: moment } }));
      const [rule] = site.faults.list();
      await site.control('DELETE', '/faults');
      const run = await lastDownload();
      expect({ nth, status: run?.status }).toEqual({ nth, status: 'Complete' });
      expect(await listedSeats(admin, profileId)).toEqual(await seatsInJira());
      if (!rule?.fired) break;
    }
    expect(JSON.stringify(await site.control('GET', '/kvs?prefix=staged-members'))).not.toContain('staged-members.');
  };
  it.each(DOORS)(
    'at calls of a day’s download to $door: the list is exact and nothing is left over',
    killEverywhere,
    TIMEOUT_MS,
  );
});

it('reads groups and its own queries that follow a change only later: the list is exact a day later', async () => {
  const switches = { kvsQueryDelay: 2, membershipReadDelay: 5, seatCountDelay: 600 };
  for (const [name, value] of Object.entries(switches)) await site.control('POST', '/switches', { [name]: value });
  for (let day = 0; day < 3; day += 1) {
    await nextDay();
    expect(await lastDownload()).toMatchObject({ status: 'Complete', created: 1 });
    expect(await listedSeats(admin, profileId)).toEqual(await seatsInJira());
  }
});
