import type { ActivityBreakdownView, Overview, ProfileView, SubscriptionTable } from '../../src/shared/contract';
import { PARTS, rowLink, type By } from '../../static/admin/src/features/overview/breakdown/series';
import { seatsLink, spanLink } from '../../static/admin/src/features/overview/list-links';
import { filterOf, filterSeats } from '../../static/admin/src/features/subscriptions/list/filter';
import { joined, type Seat } from '../../static/admin/src/features/subscriptions/list/seat';
import { listedProfiles } from '../../static/admin/src/components/listed-profiles';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, changeRules, onlyProfile, type Person } from './ask';

/** The first start after a change bundles the app. */
const START_MS = 180_000;

describe('the lists behind the numbers of the overview', () => {
  let site: RunningSite;
  let admin: Person;
  beforeEach(async () => {
    site = await startSite({ source: { seats: 150, issues: 900, seed: 4 } });
    admin = asAdministrator(site);
    await runMainJob(site);
  }, START_MS);
  afterEach(async () => {
    await site.stop();
  });

  /** What was read since the numbers were. */
  const read = new Map<string, Promise<readonly Seat[]>>();

  async function seatsOf(profile: ProfileView): Promise<readonly Seat[]> {
    const table = (await admin.ask('getSubscriptionTable', { profileId: profile.id })) as SubscriptionTable;
    const rows = await allSeats(admin, profile.id);
    return rows.map((row, place): Seat => ({ ...row, source: { profile, table }, part: 0, place }));
  }

  /** The seats that the page lists at an address. */
  async function listed(address: string): Promise<readonly Seat[]> {
    const params = new URLSearchParams(address.split('?')[1]);
    const { profiles } = await admin.ask('listProfiles', {});
    const chosen = listedProfiles(profiles, params.get('profile'));
    const parts = await Promise.all(
      chosen.map((profile) => {
        const kept = read.get(profile.id) ?? seatsOf(profile);
        read.set(profile.id, kept);
        return kept;
      }),
    );
    return filterSeats(joined(parts, chosen.length), filterOf(params), undefined, site.clock.now());
  }

  /** Every number with the list that it leads to. */
  function numbers({ seats, inactive, unknown, byRole, activityBuckets }: Overview): [string, string, number][] {
    return [
      ['seats', seatsLink(), seats],
      ['inactive', seatsLink({ activity: 'inactive' }), inactive],
      ['unknown', seatsLink({ activity: 'unknown' }), unknown],
      ...activityBuckets.map((bucket): [string, string, number] => [
        bucket.label,
        spanLink(bucket.label),
        bucket.seats,
      ]),
      ...byRole.flatMap((role): [string, string, number][] => [
        [`${role.name} seats`, seatsLink({ role: role.roleKey }), role.seats],
        [`${role.name} active`, seatsLink({ role: role.roleKey, activity: 'active' }), role.active],
        [`${role.name} inactive`, seatsLink({ role: role.roleKey, activity: 'inactive' }), role.inactive],
        [`${role.name} unknown`, seatsLink({ role: role.roleKey, activity: 'unknown' }), role.unknown],
        [`${role.name} candidates`, seatsLink({ role: role.roleKey, state: 'open' }), role.candidates],
      ]),
    ];
  }

  /** Every number of the chart with the list that it leads to. */
  function charted({ byRole, byGroup, byClass }: ActivityBreakdownView): [string, string, number][] {
    const of = (by: By, rows: ActivityBreakdownView['byRole']) =>
      rows.flatMap((row): [string, string, number][] => [
        [row.name, rowLink(row, by), row.seats],
        ...[...PARTS.when, ...(by === 'kind' ? [] : PARTS.what)].map((part): [string, string, number] => [
          `${row.name} ${part.name}`,
          part.linkOf(row, by),
          part.seatsOf(row),
        ]),
      ]);
    return [...of('app', byRole), ...of('group', byGroup), ...of('kind', byClass)];
  }

  async function expectEveryNumberToHold(): Promise<Overview> {
    read.clear();
    const overview = await admin.ask('getOverview', {});
    const breakdown = await admin.ask('getActivityBreakdown', {});
    expect(breakdown.byRole.reduce((sum, { seats }) => sum + seats, 0)).toBe(overview.seats);
    expect(breakdown.byClass.reduce((sum, { seats }) => sum + seats, 0)).toBe(overview.seats);
    for (const [name, address, count] of [...numbers(overview), ...charted(breakdown)])
      expect([name, (await listed(address)).length]).toEqual([name, count]);
    return overview;
  }

  async function evaluateAll(): Promise<void> {
    for (const { id } of (await admin.ask('listProfiles', {})).profiles)
      await admin.ask('runJobNow', { jobId: `${id}.evaluate` });
    await site.forge.drain();
  }

  it(
    'have as many seats as the numbers say, also when seats are excluded and when days pass',
    async () => {
      await expectEveryNumberToHold();
      const [candidate] = await listed('/subscriptions?state=open');
      await admin.ask('saveExclusion', {
        target: { kind: 'user', accountId: candidate?.accountId ?? '' },
        active: true,
      });
      await evaluateAll();
      const { byRole } = await expectEveryNumberToHold();
      expect(byRole.some(({ excluded }) => excluded > 0)).toBe(true);
      // Between two evaluations the numbers stand still, and so must the lists.
      await site.control('POST', '/clock', { advance: '7h' });
      await expectEveryNumberToHold();
      await site.control('POST', '/clock', { advance: '48h' });
      await expectEveryNumberToHold();
    },
    START_MS,
  );

  it(
    'follow what a rule counts',
    async () => {
      const before = await expectEveryNumberToHold();
      await changeRules(admin, await onlyProfile(admin), { activityBasis: 'original-compatible' });
      await evaluateAll();
      const after = await expectEveryNumberToHold();
      expect(after.activityBuckets).not.toEqual(before.activityBuckets);
    },
    START_MS,
  );

  it(
    'count a seat once that two profiles read',
    async () => {
      const [first] = (await admin.ask('listProfiles', {})).profiles;
      const settings = {
        displayName: 'Second',
        downloadActivity: true,
        analyzeFrom: first?.analyzeFrom ?? '',
        reclaim: false,
        groupIds: first?.groupIds.slice(0, 1) ?? [],
      };
      const saved = await admin.ask('saveProfile', settings);
      const validated = await admin.ask('validateConnection', { profileId: saved.id });
      await admin.ask('publishProfile', { profileId: saved.id, revision: validated.revision });
      await site.forge.drain();
      await evaluateAll();
      const { profiles, seats } = await expectEveryNumberToHold();
      expect(profiles.filter(({ status }) => status === 'Published')).toHaveLength(2);
      expect((await listed(`/subscriptions?profile=${saved.id}`)).length).toBeGreaterThan(0);
      expect(seats).toBe((await listed('/subscriptions?excluded=hide')).length);
    },
    START_MS,
  );
});
