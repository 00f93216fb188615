import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile, type Person } from './ask';

/** The client insists on one. */
const EMAIL = 'reader@northwind.example';
const READER = join(__dirname, 'outsiders', 'seats-by-jira-js.mjs');

/** Groups that give a seat, by person and application. */
type Seats = Readonly<Record<string, readonly string[]>>;

let site: RunningSite;
let admin: Person & { readonly accountId: string };
let profileId: string;
let groupIds: readonly string[];

beforeAll(async () => {
  site = await startSite({ source: { seats: 300, issues: 200, seed: 12 } });
  admin = asAdministrator(site);
  await runMainJob(site);
  await site.control('POST', '/user', { accountId: admin.accountId, email: EMAIL });
  profileId = await onlyProfile(admin);
  ({ groupIds } = await admin.ask('getProfile', { profileId }));
}, 180_000);
afterAll(() => site.stop());

/** What the jira.js client makes of the same site: it checks every answer against its own schema. */
async function seatsInJira(): Promise<Seats> {
  const run = await promisify(execFile)(process.execPath, [READER, site.url, EMAIL, ...groupIds]);
  return JSON.parse(run.stdout) as Seats;
}

async function table() {
  const found = await admin.ask('getSubscriptionTable', { profileId });
  if (!found) throw new Error('no list');
  return found;
}

async function listed(): Promise<Seats> {
  const { groups } = await table();
  const idsOf = (places: readonly number[]) => places.map((place) => groups[place]?.id ?? '').sort();
  const seats = await allSeats(admin, profileId);
  return Object.fromEntries(seats.map((seat) => [`${seat.accountId} ${seat.roleKey}`, idsOf(seat.groups)]));
}

const change = (accountId: string, fields: Readonly<Record<string, unknown>>) =>
  site.control('POST', '/user', { accountId, ...fields });

test('the whole table is what jira.js reads, on the first day and after people came, went and moved', async () => {
  const before = await seatsInJira();
  expect(Object.keys(before).length).toBeGreaterThan(250);
  expect(await listed()).toEqual(before);

  const first = (await table()).completedAt;
  const [leaves = '', moves = '', widens = ''] = peopleOf(before).filter((id) => id !== admin.accountId);
  const account = { displayName: 'Joins', email: null, accountType: 'atlassian', active: true };
  await site.control('POST', '/clock', { advance: '12h' });
  await change('joins', {
    ...account,
    created: new Date(site.clock.now()).toISOString(),
    groups: groupIds.slice(0, 1),
  });
  await change(leaves, { groups: [] });
  await change(moves, { groups: groupIds.slice(-1) });
  await change(widens, { groups: groupIds });
  await site.control('POST', '/clock', { advance: '13h' });

  expect((await table()).completedAt > first).toBe(true);
  const after = await seatsInJira();
  expect(after).not.toEqual(before);
  expect(await listed()).toEqual(after);
  expect(peopleOf(after)).toContain('joins');
  expect(peopleOf(after)).not.toContain(leaves);
  const { runs } = await admin.ask('listJobRuns', { profileId });
  expect(runs.find(({ kind }) => kind === 'download')).toMatchObject({ status: 'Complete', created: 1, left: 1 });
  const seats = await allSeats(admin, profileId);
  // Every seat by itself: whoever is added to a group that gives it got access, also where they hold another application.
  const isNew = ({ accountId, roleKey }: (typeof seats)[number]) => before[`${accountId} ${roleKey}`] === undefined;
  const late = seats.filter(({ firstSeen }) => firstSeen > first);
  expect(seats.filter(isNew).map(({ accountId }) => accountId)).toContain('joins');
  expect(late).toEqual(expect.arrayContaining(seats.filter(isNew)));
  expect(late.every(({ heldBefore }) => !heldBefore)).toBe(true);
  expect(late.filter(({ accountId }) => !['joins', moves, widens].includes(accountId))).toEqual([]);
});

function peopleOf(seats: Seats): string[] {
  return [...new Set(Object.keys(seats).map((seat) => seat.split(' ')[0] ?? ''))];
}
