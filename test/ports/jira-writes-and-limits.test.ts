import { HOUR } from '../../src/domain/instant';
import type { Failure } from '../../src/ports/failures';
import { platform } from './forge-globals';
import { onSmallSite, type SmallSite } from './jira-platform';

const caller = { kind: 'caller' } as const;
const operator = { kind: 'operator', accountId: 'ada' } as const;
const groupsOf = async ({ directory }: SmallSite, accountId: string) =>
  (await directory.findPerson(accountId))?.groupIds;

/** A small site with a site administrator at the page. */
function withAda(): SmallSite {
  const site = onSmallSite();
  platform.caller = 'ada';
  return site;
}

describe('changing groups', () => {
  test.each([
    ['the administrator who is there', caller, 'ada'],
    ['the operator, who is not', operator, undefined],
  ])('as %s takes away and gives back', async (_name, as, who) => {
    const site = onSmallSite();
    platform.caller = who;
    await site.writer.removeMember('more', 'tim', as);
    expect(await groupsOf(site, 'tim')).toEqual([]);
    await site.writer.addMember('more', 'tim', as);
    expect(await groupsOf(site, 'tim')).toEqual(['more']);
  });

  test.each([200, 400, 404])('of which somebody is no member counts as done (Jira answers %d)', async (status) => {
    const site = withAda();
    site.switches.set('removeNonMember', status);
    await expect(site.writer.removeMember('more', 'nil', caller)).resolves.toBeUndefined();
  });

  test('of which somebody is a member already counts as done', async () => {
    await expect(withAda().writer.addMember('more', 'sue', caller)).resolves.toBeUndefined();
  });

  test('that were taken a moment ago are given back although Jira still shows the membership', async () => {
    const site = withAda();
    site.switches.set('membershipReadDelay', 30);
    await site.writer.removeMember('more', 'tim', caller);
    expect(await groupsOf(site, 'tim')).toEqual(['more']);
    await site.writer.addMember('more', 'tim', caller, true);
    site.clock.advanceTo(site.clock.now() + 60_000);
    expect(await groupsOf(site, 'tim')).toEqual(['more']);
  });

  test('is no success when it is refused while Jira may show what was', async () => {
    const site = withAda();
    await expect(site.writer.addMember('more', 'sue', caller, true)).rejects.toMatchObject({ code: 'jira-busy' });
  });

  test('that were perhaps taken a moment ago are not called given back where that answer is lost too', async () => {
    const site = withAda();
    await expect(site.writer.addMember('more', 'sue', caller, 'perhaps')).resolves.toBeUndefined();
    site.faults.add({ match: { method: 'POST', path: 'group/user' }, then: { status: 503 } });
    await expect(site.writer.addMember('more', 'sue', caller, 'perhaps')).rejects.toMatchObject({
      code: 'jira-unavailable',
    });
  });

  test.each([
    [400, 'jira-rejected'],
    [403, 'jira-refused'],
  ])('that an identity provider owns is refused (%d)', async (status, code) => {
    const site = withAda();
    site.switches.set('idpGroupError', status);
    await expect(site.writer.removeMember('idp', 'ida', caller)).rejects.toMatchObject({ code });
    expect(await groupsOf(site, 'ida')).toEqual(['idp']);
  });

  test('is refused to everybody but site administrators', async () => {
    const site = onSmallSite();
    platform.caller = 'joe';
    await expect(site.writer.removeMember('more', 'tim', caller)).rejects.toMatchObject({ code: 'jira-refused' });
  });

  test('is refused to an operator where Jira does not let the app act so', async () => {
    const site = onSmallSite();
    site.switches.set('groupWriteAs', 'user-only');
    await expect(site.writer.removeMember('more', 'tim', operator)).rejects.toMatchObject({ code: 'jira-refused' });
    await expect(
      site.writer.removeMember('more', 'tim', { kind: 'operator', accountId: 'nobody' }),
    ).rejects.toMatchObject({ code: 'jira-refused' });
  });

  test.each([403, 429])('is in doubt when its answer is lost and the groups can’t be read (%d)', async (status) => {
    const site = withAda();
    site.faults.add({ match: { method: 'DELETE', path: 'group/user' }, then: { status: 503 } });
    site.faults.add({ match: { path: 'user/groups' }, then: { status, headers: { 'retry-after': '1200' } } });
    await expect(site.writer.removeMember('more', 'tim', caller)).rejects.toMatchObject({ code: 'jira-unavailable' });
  });

  test('of somebody whom Jira does not know fails', async () => {
    await expect(withAda().writer.addMember('more', 'nobody', caller)).rejects.toMatchObject({
      code: 'jira-not-found',
    });
  });
});

describe('what Jira answers instead', () => {
  test.each([
    [401, 'jira-refused'],
    [403, 'jira-refused'],
    [404, 'jira-not-found'],
    [400, 'jira-rejected'],
    [410, 'jira-rejected'],
    [500, 'jira-unavailable'],
    [503, 'jira-unavailable'],
  ])('%d is %s', async (status, code) => {
    const { directory, faults } = onSmallSite();
    faults.add({ match: { path: 'applicationrole' }, then: { status } });
    await expect(directory.listRoles()).rejects.toMatchObject({
      code,
      details: { status, operation: 'GET /rest/api/3/applicationrole' },
    });
  });

  test.each<[string, object | string, string]>([
    ['no JSON', '<html>', 'jira-unavailable'],
    ['nothing', '', 'jira-unavailable'],
    ['something else', { roles: [] }, 'jira-changed'],
  ])('%s is nothing to conclude from', async (_name, body, code) => {
    const { directory, faults } = onSmallSite();
    faults.add({ match: { path: 'applicationrole' }, then: { status: 200, body } });
    await expect(directory.listRoles()).rejects.toMatchObject({ code });
  });

  test.each<[string, Record<string, string>, string, number | undefined]>([
    ['a burst', { 'retry-after': '3' }, 'jira-busy', 3000],
    ['a burst without a pause', {}, 'jira-busy', undefined],
    ['a burst with a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 'jira-busy', undefined],
    ['a minute', { 'retry-after': '60' }, 'jira-busy', 60_000],
    ['a spent quota', { 'retry-after': '30', 'ratelimit-reason': 'jira-quota-global-based' }, 'points-spent', 30_000],
    ['a long pause', { 'retry-after': '1200' }, 'points-spent', 1_200_000],
    ['the gateway', { 'x-ratelimit-reset': '2100-01-01T00:00Z' }, 'points-spent', 3_600_000],
    ['a year', { 'retry-after': '31536000' }, 'points-spent', 3_600_000],
  ])('429 for %s says when to go on', async (_name, headers, code, pause) => {
    const { directory, faults, clock } = onSmallSite();
    faults.add({ match: { path: 'applicationrole' }, then: { status: 429, headers } });
    const error: unknown = await directory.listRoles().catch((thrown: unknown) => thrown);
    const retryAt = pause === undefined ? undefined : clock.now() + pause;
    expect(error).toMatchObject({ code, details: { status: 429 } });
    expect((error as Failure).details.retryAt).toBe(retryAt);
  });

  test('short pauses are waited out, a few times', async () => {
    const { directory, faults, waited } = onSmallSite();
    const burst = { status: 429, headers: { 'retry-after': '2' } };
    for (const nth of [1, 1]) faults.add({ match: { path: 'applicationrole', nth }, then: burst });
    await expect(directory.listRoles()).resolves.toHaveLength(2);
    expect(waited).toEqual([2000, 2000]);
    faults.add({ match: { path: 'data-policy' }, then: { status: 429 } });
    await expect(directory.isContentBlocked()).rejects.toMatchObject({ code: 'jira-busy' });
    expect(waited.slice(2)).toEqual([1000, 2000, 4000]);
  });

  test('nothing at all is an unavailable Jira', async () => {
    const { directory, faults } = onSmallSite();
    faults.add({ match: { path: 'applicationrole' }, then: { drop: true } });
    await expect(directory.listRoles()).rejects.toMatchObject({ code: 'jira-unavailable' });
  });
});

describe('points', () => {
  test('are counted exactly as Jira charges them', async () => {
    const { directory, activity, ledger, charged } = onSmallSite();
    await directory.listAdministratorGroups();
    await directory.readMembers('users', 0);
    await directory.findPerson('sue');
    await directory.isContentBlocked();
    await activity.countIssues(0);
    await activity.readIssues(0, null);
    await activity.readAudit(0, 1);
    await activity.probe('sue', 60);
    await directory.findAccounts(['sue', 'joe', 'nobody-at-all']);
    await directory.readChanges(0, 1);
    const { points, requests } = ledger.take();
    expect(requests).toBeGreaterThan(8);
    expect(points).toBe(charged());
    expect(ledger.take()).toEqual({ requests: 0, points: 0 });
  });

  test('never exceed the hourly budget of background work, and come back with the hour', async () => {
    const { directory, ledger, spent, charged, clock } = onSmallSite(250);
    await ledger.open();
    const read = () => directory.readMembers('users', 0);
    // Held back by what a full page may cost, not by what it did cost.
    for (let n = 0; n < 50; n += 1) await read().catch(() => undefined);
    expect(charged()).toBeLessThanOrEqual(250);
    await expect(read()).rejects.toMatchObject({ code: 'points-spent' });
    await ledger.save();
    expect([...spent.byHour.values()]).toEqual([charged()]);
    clock.advanceTo(clock.now() + HOUR);
    await expect(read()).resolves.toBeDefined();
  });

  test('may go beyond the budget as far as somebody allowed it', async () => {
    const { directory, ledger } = onSmallSite(1);
    await ledger.open();
    await directory.listRoles();
    await expect(directory.isContentBlocked()).rejects.toMatchObject({ code: 'points-spent' });
    ledger.allowMore(1000);
    await expect(directory.isContentBlocked()).resolves.toBe(false);
  });

  test('are held to the budget as it was set when the work began', async () => {
    const { directory, ledger, set } = onSmallSite(10);
    await ledger.open();
    await directory.readMembers('users', 0);
    await expect(directory.readMembers('users', 0)).rejects.toMatchObject({ code: 'points-spent' });
    set.budget = 1_000;
    await ledger.save();
    await expect(directory.readMembers('users', 0)).rejects.toMatchObject({ code: 'points-spent' });
    await ledger.open();
    await expect(directory.readMembers('users', 0)).resolves.toBeDefined();
  });

  test('of the hour are told, the saved ones', async () => {
    const { directory, ledger, charged, clock } = onSmallSite();
    expect(await ledger.spentThisHour()).toBe(0);
    await directory.readMembers('users', 0);
    await ledger.save();
    expect(await ledger.spentThisHour()).toBe(charged());
    clock.advanceTo(clock.now() + HOUR);
    expect(await ledger.spentThisHour()).toBe(0);
  });

  test('of calls side by side are held back together', async () => {
    const { directory, ledger } = onSmallSite(250);
    await ledger.open();
    const answers = await Promise.allSettled([1, 2, 3].map(() => directory.readMembers('users', 0)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });

  test('smaller than what a call can cost do not stop it once something was spent', async () => {
    const { directory, activity, ledger, charged } = onSmallSite(1_000);
    await ledger.open();
    await directory.readMembers('users', 0);
    for (let slice = 0; slice < 3; slice += 1) await activity.readAudit(0, 1); // each can cost 1,001
    expect(charged()).toBeLessThanOrEqual(1_000);
  });

  test('smaller than one call let one through every hour', async () => {
    const { directory, ledger, clock } = onSmallSite(10);
    await ledger.open();
    for (let hour = 0; hour < 3; hour += 1) {
      await expect(directory.readMembers('users', 0)).resolves.toBeDefined();
      await expect(directory.readMembers('users', 0)).rejects.toMatchObject({ code: 'points-spent' });
      clock.advanceTo(clock.now() + HOUR);
    }
  });

  test('that are used up elsewhere stop background work until they are there again', async () => {
    const { directory, ledger, faults, clock } = onSmallSite();
    await ledger.open();
    const headers = { 'retry-after': '600', 'ratelimit-reason': 'jira-quota-tenant-based' };
    faults.add({ match: { path: 'applicationrole', nth: 1 }, then: { status: 429, headers } });
    const retryAt = clock.now() + 600_000;
    await expect(directory.listRoles()).rejects.toMatchObject({ code: 'points-spent' });
    await expect(directory.isContentBlocked()).rejects.toMatchObject({ code: 'points-spent', details: { retryAt } });
    clock.advanceTo(retryAt);
    await expect(directory.listRoles()).resolves.toHaveLength(2);
  });

  test('that earlier work of the hour spent are counted in', async () => {
    const { directory, ledger, spent, clock } = onSmallSite(500);
    spent.byHour.set(clock.now() - (clock.now() % HOUR), 450);
    await ledger.open();
    await expect(directory.readMembers('users', 0)).rejects.toMatchObject({ code: 'points-spent' });
  });

  test('hold nobody back who waits at the page', async () => {
    const { directory } = onSmallSite(0);
    await expect(directory.listRoles()).resolves.toHaveLength(2);
  });
});
