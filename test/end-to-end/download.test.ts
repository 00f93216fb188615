import type { RunView } from '../../src/shared/contract';
import { checkExchanges } from '../site/jira/openapi-checker';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { asAdministrator, onlyProfile, type Person } from './ask';
import { independentClient, listedSeats as listed } from './independent-client';

describe('downloading subscriptions, day by day', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  let profileId: string;
  let groupIds: readonly string[];

  beforeAll(async () => {
    site = await startSite({ source: { seats: 300, issues: 200, seed: 11 } });
    admin = asAdministrator(site);
    await runMainJob(site);
    profileId = await onlyProfile(admin);
    ({ groupIds } = await admin.ask('getProfile', { profileId }));
  }, 180_000);
  afterEach(async () => {
    await site.control('DELETE', '/faults');
    await site.control('POST', '/switches', { pagesWithTotal: true });
  });
  afterAll(async () => {
    await site.stop();
  });

  /** Lets half a day pass, changes the site, and answers the download of the next day. */
  async function nextDay(change: () => Promise<unknown> = () => Promise.resolve()): Promise<RunView> {
    const known = (await downloads()).length;
    await site.control('POST', '/clock', { advance: '12h' });
    await change();
    for (let hour = 0; hour < 30; hour += 1) {
      await site.control('POST', '/clock', { advance: '1h' });
      const [newest, ...older] = await downloads();
      if (newest && older.length >= known && newest.finishedAt !== null) return newest;
    }
    throw new Error('no download within a day');
  }

  async function downloads(): Promise<RunView[]> {
    const { runs } = await admin.ask('listJobRuns', { profileId });
    return runs.filter(({ kind }) => kind === 'download');
  }

  const client = () => independentClient(site, admin);
  const membersInJira = (groupId: string) => client().members(groupId);
  const seatsInJira = () => client().seats(groupIds);
  const listedSeats = () => listed(admin, profileId);

  /** The group with the most members, and one of them who is in no other selected one. */
  async function largest() {
    const read = await Promise.all(groupIds.map(async (id) => ({ id, members: await membersInJira(id) })));
    const [first] = read.sort((a, b) => b.members.length - a.members.length);
    if (!first) throw new Error('the profile has no group');
    const elsewhere = new Set(read.slice(1).flatMap(({ members }) => members.map(({ accountId }) => accountId)));
    const only = first.members.filter(
      ({ accountId, accountType }) =>
        accountType === 'atlassian' && accountId !== admin.accountId && !elsewhere.has(accountId),
    );
    return { groupId: first.id, only: only.map(({ accountId }) => accountId).reverse() };
  }

  const change = (accountId: string, fields: Readonly<Record<string, unknown>>) =>
    site.control('POST', '/user', { accountId, ...fields });
  const join = (accountId: string, groups: readonly string[]) =>
    change(accountId, {
      displayName: accountId,
      email: null,
      accountType: 'atlassian',
      active: true,
      created: new Date(site.clock.now()).toISOString(),
      groups,
    });

  it('agrees with what an independent client reads from Jira', async () => {
    expect(await listedSeats()).toEqual(await seatsInJira());
  });

  it('costs at most 150 points on a day on which nothing changed', async () => {
    const run = await nextDay();
    expect(run).toMatchObject({ status: 'Complete', created: 0, left: 0, changed: 0 });
    expect(run.summary).toContain('read none again');
    expect(run.points).toBeLessThanOrEqual(150);
  });

  it('takes over who joined and left without reading a group, and reads the one where somebody was deactivated', async () => {
    const { groupId, only } = await largest();
    const [leaves = '', deactivated = ''] = only;
    const moved = await nextDay(async () => {
      await join('joins-today', [groupId]);
      await change(leaves, { groups: [] });
    });
    expect(moved).toMatchObject({ status: 'Complete', created: 1, left: 1 });
    expect(moved.points).toBeLessThanOrEqual(150);
    expect(await listedSeats()).toEqual(await seatsInJira());
    const untold = await nextDay(() => change(deactivated, { active: false }));
    expect(untold).toMatchObject({ status: 'Complete', left: 1 });
    expect(untold.summary).toContain('read 1 again because the size differed');
    expect(await listedSeats()).toEqual(await seatsInJira());
  });

  it('keeps the list and says why: a group that is deleted meanwhile', async () => {
    const before = await listedSeats();
    // A selected one, or one of administrators: whichever is asked about first. It stays away however often it is asked for.
    const then = { status: 404, body: { errorMessages: ['gone'] } };
    await site.control('POST', '/faults', { match: { path: '/group/member' }, then });
    const run = await nextDay();
    await site.control('DELETE', '/faults');
    expect(run.status).toBe('Failed');
    expect(run.summary).toMatch(/no longer exists|was deleted meanwhile/);
    expect(await listedSeats()).toEqual(before);
  });

  it('reads twice where Jira tells no sizes, and is right', async () => {
    await site.control('POST', '/switches', { pagesWithTotal: false });
    const { groupId } = await largest();
    const run = await nextDay(() => join('joins-unsized', [groupId]));
    expect(run).toMatchObject({ status: 'Complete', created: 1 });
    expect(await listedSeats()).toEqual(await seatsInJira());
  });

  it('finds a swap that neither sizes nor a log tell of within a week', async () => {
    await nextDay();
    const { groupId, only } = await largest();
    const noLog = () =>
      site.control('POST', '/faults', { match: { path: '/auditing/record' }, then: { status: 403, body: {} } });
    await noLog();
    await nextDay(async () => {
      await join('swapped-in', [groupId]);
      await change(only[0] ?? '', { groups: [] });
    });
    expect(await listedSeats()).not.toEqual(await seatsInJira());
    let days = 1;
    for (; days < 7 && !(await listedSeats()).some((seat) => seat.startsWith('swapped-in')); days += 1) await nextDay();
    expect(await listedSeats()).toEqual(await seatsInJira());
    expect(days).toBeLessThanOrEqual(7);
  });

  it('sends only requests that Atlassian documents', () => {
    const document = process.env['JIRA_OPENAPI'];
    if (document === undefined) return; // .ci/run names the document
    expect(
      checkExchanges(
        document,
        site.jira.traffic(0).filter(({ url }) => !url.includes('auditing')),
      ),
    ).toEqual([]);
  });
});
