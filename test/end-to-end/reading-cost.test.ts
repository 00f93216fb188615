import { startSite, type RunningSite } from '../site/site';
import { runMainJob } from '../site/main-job';
import { allRefs, allSeats, asAdministrator, onlyProfile, openList } from './ask';

const SEATS = 3_000;
/** About 31 bytes a seat and a few small records: an opening at 50,000 seats takes about 165 of the 4,000 units of a minute. */
const MOST_UNITS = 17;
/** Of an evaluation, which reads every table once: about 380 at 50,000 seats. */
const MOST_OF_EVALUATION = 60;

let site: RunningSite;
let profileId: string;

beforeAll(async () => {
  site = await startSite({ source: { seats: SEATS, issues: 6_000, seed: 3 } });
  await runMainJob(site);
  profileId = await onlyProfile(asAdministrator(site));
}, 300_000);

afterAll(() => site.stop());

it('opens the list of subscriptions for few units of the storage', async () => {
  const admin = asAdministrator(site);
  await admin.ask('listProfiles', {}); // who asks is known by now
  await site.control('POST', '/clock', { advance: '2m' });
  site.meters.reset();
  expect((await allSeats(admin, profileId)).length).toBeGreaterThanOrEqual(SEATS);
  const { readUnits, writes } = site.meters.read().kvs;
  expect(writes).toBe(0);
  expect(readUnits).toBeGreaterThan(0);
  expect(readUnits).toBeLessThanOrEqual(MOST_UNITS);
});

it('lets twenty people open it within a minute beside an evaluation, and refuses nobody', async () => {
  const admin = asAdministrator(site);
  await site.control('POST', '/clock', { advance: '2m' });
  await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
  site.meters.reset();
  const openings = Array.from({ length: 20 }, () => openList(admin, profileId));
  const [lists] = await Promise.all([Promise.all(openings), site.forge.drain()]);
  const shown = new Set(lists.map((seats) => seats.length));
  expect([...shown]).toEqual([lists[0]?.length]);
  expect(lists[0]?.length).toBeGreaterThanOrEqual(SEATS);
  const { readUnits, throttled } = site.meters.read().kvs;
  expect(throttled).toBe(0);
  expect(readUnits).toBeLessThan(20 * MOST_UNITS + MOST_OF_EVALUATION);
});

it('gives the same seats as plain rows, a bucket at a time', async () => {
  const admin = asAdministrator(site);
  const table = await admin.ask('getSubscriptionTable', { profileId });
  if (!table) throw new Error('nothing was downloaded');
  const { generation } = table;
  const buckets = Array.from({ length: table.buckets }, (_, bucket) =>
    admin.ask('readSubscriptionBucket', { profileId, generation, bucket }),
  );
  const rows = (await Promise.all(buckets)).flatMap((each) => each.rows);
  const inOrder = (seats: typeof rows) =>
    [...seats].sort((a, b) => `${a.accountId} ${a.role}`.localeCompare(`${b.accountId} ${b.role}`));
  const [seats, refs] = await Promise.all([allSeats(admin, profileId), allRefs(admin, profileId)]);
  const named = seats.map(({ activity, ...seat }, n) => ({
    ...seat,
    activity: activity.kind === 'seen' ? { ...activity, ref: refs[n] || null } : activity,
  }));
  expect(inOrder(named)).toMatchObject(inOrder(rows));
  const gone = await admin.envelope('readSubscriptionBucket', { profileId, generation: 'another', bucket: 0 });
  expect(gone).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
