import type { RunView } from '../../src/shared/contract';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile, type Person } from './ask';
import { independentClient, listedSeats, type MemberAnswer } from './independent-client';

const PAGE = 50;

/** What Jira answers wrongly must never become a wrong list: the right one comes, or the one before stays with the reason. */
describe('bad answers while members are read', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  let profileId: string;
  let groupIds: readonly string[];
  /** A group of several pages. */
  let large: string;
  let joined = 0;

  beforeAll(async () => {
    site = await startSite({ source: { seats: 260, issues: 40, seed: 7 } });
    admin = asAdministrator(site);
    await runMainJob(site);
    profileId = await onlyProfile(admin);
    ({ groupIds } = await admin.ask('getProfile', { profileId }));
    const sizes = await Promise.all(
      groupIds.map(async (id) => ({ id, size: (await client().page(id, 0)).total ?? 0 })),
    );
    large = sizes.sort((a, b) => b.size - a.size)[0]?.id ?? '';
  }, 180_000);
  afterEach(async () => {
    await site.control('DELETE', '/faults');
  });
  afterAll(async () => {
    await site.stop();
  });

  const client = () => independentClient(site, admin);
  const fault = (path: string, then: object, nth?: number) =>
    site.control('POST', '/faults', { match: nth === undefined ? { path } : { path, nth }, then });
  const pageOf = (startAt: number) => `group/member\\?groupId=${large}&startAt=${startAt}&maxResults=${PAGE}$`;

  /** Somebody joins the large group and no log tells of it, so that all its pages have to be read. */
  async function differs(): Promise<void> {
    joined += 1;
    const created = new Date(site.clock.now()).toISOString();
    const user = { displayName: `New ${joined}`, email: null, accountType: 'atlassian', active: true, created };
    await site.control('POST', '/user', { accountId: `joined-${joined}`, ...user, groups: [large] });
    await fault('/auditing/record', { status: 403, body: {} });
  }

  async function download(): Promise<RunView> {
    const run = await admin.ask('runJobNow', { jobId: `${profileId}.download` });
    await site.forge.drain();
    return admin.ask('getJobRun', { runId: run.id });
  }

  const rightSeats = () => client().seats(groupIds);
  const leftovers = async () => JSON.stringify(await site.control('GET', '/kvs?prefix=staged-members'));

  /** Answers a page so, changed, the first time it is asked for or every time. */
  async function answer(startAt: number, change: (page: MemberAnswer) => object, nth?: number): Promise<void> {
    await fault(pageOf(startAt), { status: 200, body: change(await client().page(large, startAt)) }, nth);
  }

  it.each<[string, (page: MemberAnswer) => object]>([
    [
      'lists somebody of the page before once more',
      (page) => {
        const [first, ...rest] = page.values;
        return { ...page, values: [...rest, rest[0] ?? first] };
      },
    ],
    ['is shorter than it was asked to be', (page) => ({ ...page, values: page.values.slice(1) })],
    ['is empty, as if the group had shrunk', (page) => ({ ...page, values: [], isLast: true })],
    ['tells another size', (page) => ({ ...page, total: (page.total ?? 0) - 7 })],
    [
      'has fields nobody knows',
      (page) => ({ ...page, surprise: [1], values: page.values.map((v) => ({ ...v, x: 1 })) }),
    ],
  ])('a page that %s, once: the list is right', async (_what, change) => {
    await differs();
    await answer(PAGE, change, 1);
    const run = await download();
    expect(run).toMatchObject({ status: 'Complete', created: 1 });
    expect(await listedSeats(admin, profileId)).toEqual(await rightSeats());
  });

  it.each<[string, (page: MemberAnswer) => object, string]>([
    ['lacks a field', ({ values, total }) => ({ values, total }), 'isLast'],
    [
      'lists somebody twice and leaves somebody out, always',
      ({ values, ...page }) => {
        const [first, second] = values.filter(({ accountType }) => accountType === 'atlassian');
        return { ...page, values: values.map((value) => (value === first ? second : value)) };
      },
      'some of them twice',
    ],
  ])('a page that %s: the list before stays, with the reason', async (_what, change, reason) => {
    const before = await listedSeats(admin, profileId);
    await differs();
    await answer(PAGE, change);
    const run = await download();
    expect(run).toMatchObject({ status: 'Failed' });
    expect(run.summary).toContain(reason);
    expect(await listedSeats(admin, profileId)).toEqual(before);
    expect(await leftovers()).not.toContain('staged-members.');
  });

  it.each<[string, (member: object) => unknown]>([
    ['is nothing', () => null],
    ['has no account id', () => ({ accountType: 'atlassian', active: true })],
    ['tells nothing about being active', (member) => ({ ...member, active: undefined })],
    ['is one that Jira calls unknown', (member) => ({ ...member, accountId: 'unknown', accountType: 'unknown' })],
  ])(
    'a member that %s, always: everybody else is listed, whoever was there stays, and the result says so',
    async (_what, change) => {
      await differs();
      const seats = await rightSeats();
      await answer(PAGE, ({ values: [first, ...rest], ...page }) => ({
        ...page,
        values: [change(first ?? {}), ...rest],
      }));
      const run = await download();
      expect(run.status).not.toBe('Failed');
      expect(run.gaps.join()).toContain('can’t be understood');
      expect(await listedSeats(admin, profileId)).toEqual(seats);
    },
  );

  it('a size that is always wrong: the list is right, and the result says what does not fit', async () => {
    await differs();
    const { total = 0 } = await client().page(large, 0);
    for (let startAt = 0; startAt < total; startAt += PAGE)
      await answer(startAt, (page) => ({ ...page, total: total + 3 }));
    const run = await download();
    expect(run.status).toBe('Complete');
    expect(run.gaps.join()).toMatch(new RegExp(`counts ${total + 3} members of .* and lists ${total}`));
    expect(await listedSeats(admin, profileId)).toEqual(await rightSeats());
  });

  it.each<[string, Record<string, string>]>([
    ['a burst that says how long', { 'retry-after': '1' }],
    ['a burst that says nothing', {}],
    ['a minute', { 'retry-after': '60' }],
    ['the hour’s points of all customers', { 'retry-after': '1800', 'ratelimit-reason': 'jira-quota-global-based' }],
    ['the hour’s points of this customer', { 'retry-after': '900', 'ratelimit-reason': 'jira-quota-tenant-based' }],
    ['the cost of one endpoint', { 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' }],
  ])('429 for %s: the list is right, later', async (_what, headers) => {
    await differs();
    await fault(pageOf(PAGE), { status: 429, headers, body: {} }, 1);
    expect(await download()).toMatchObject({ status: 'Complete', created: 1 });
    expect(await listedSeats(admin, profileId)).toEqual(await rightSeats());
  });

  it('429 without end: the list before stays with the reason, and nothing is left behind', async () => {
    const before = await listedSeats(admin, profileId);
    await differs();
    await fault(pageOf(PAGE), { status: 429, headers: { 'retry-after': '60' }, body: {} });
    const run = await download();
    expect(run).toMatchObject({ status: 'Failed' });
    expect(run.summary).toContain('Jira asks for a pause');
    expect(await listedSeats(admin, profileId)).toEqual(before);
    expect(await leftovers()).not.toContain('staged-members.');
  });

  it('a group that is deleted midway: the list before stays, and the group is named', async () => {
    const before = await listedSeats(admin, profileId);
    await differs();
    await fault(pageOf(PAGE), { status: 404, body: { errorMessages: ['gone'] } });
    const run = await download();
    expect(run).toMatchObject({ status: 'Failed' });
    expect(run.summary).toContain('no longer exists');
    expect(await listedSeats(admin, profileId)).toEqual(before);
  });

  it('guests are marked; service, app, customer and deactivated accounts hold no seat', async () => {
    const created = new Date(site.clock.now()).toISOString();
    const unusual = {
      'a-guest': { accountType: 'atlassian', guest: true },
      'a-service': { accountType: 'app', appType: 'service' },
      'an-app': { accountType: 'app' },
      'a-customer': { accountType: 'customer' },
      'a-gone': { accountType: 'atlassian', active: false },
    };
    for (const [accountId, fields] of Object.entries(unusual))
      await site.control('POST', '/user', {
        accountId,
        displayName: accountId,
        email: null,
        active: true,
        created,
        groups: [large],
        ...fields,
      });
    const run = await download();
    expect(run).toMatchObject({ status: 'Complete' });
    const seats = await listedSeats(admin, profileId);
    expect(Object.keys(unusual).filter((id) => seats.some((seat) => seat.startsWith(`${id} `)))).toEqual(['a-guest']);
    const rows = await allSeats(admin, profileId);
    expect(rows.filter(({ guest }) => guest).map(({ accountId }) => accountId)).toEqual(['a-guest']);
    expect(rows.filter(({ serviceAccount }) => serviceAccount)).toEqual([]);
  });
});
