/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import { ADMIN, APP, generated, person, siteOf, type CallOptions } from './fixture';

const FUNCTION: CallOptions = { as: APP, channel: 'function' };

describe('points', () => {
  it.each<[string, string, unknown, number]>([
    ['GET', 'group/member?groupId=users', undefined, 13], // 1 + 2 for each of 6 members
    ['GET', 'group/member?groupId=users&maxResults=1', undefined, 3],
    ['GET', 'group/bulk', undefined, 17],
    ['GET', 'user/groups?accountId=sue', undefined, 5],
    ['GET', 'users/search', undefined, 23],
    ['GET', 'user?accountId=sue', undefined, 3],
    ['GET', 'user/search?query=sue', undefined, 1],
    ['POST', 'search/jql', { jql: 'project = A' }, 3], // 1 + 1 for each of 2 issues
    ['POST', 'search/jql', { jql: 'project = A', maxResults: 1 }, 2],
    ['POST', 'search/jql', { jql: 'creator = bot' }, 1],
    ['POST', 'search/approximate-count', { jql: 'project = A' }, 1],
    ['GET', 'auditing/record', undefined, 3],
    ['GET', 'worklog/updated', undefined, 2],
    ['GET', 'serverInfo', undefined, 1],
    ['POST', 'permissions/check', { globalPermissions: ['USER_PICKER', 'SYSTEM_ADMIN'] }, 3], // 1 + 2 for what is held
    ['POST', 'issue/A-1/notify', { to: { users: [{ accountId: 'sue' }] } }, 1],
    ['GET', 'user/groups?accountId=void', undefined, 1], // an error costs the base
  ])('%s %s', async (method, path, body, points) => {
    const { call, jira, meters } = siteOf();
    await call(method, path, body, FUNCTION);
    expect(jira.traffic(0)[0]?.points).toBe(points);
    const [byPrincipal] = Object.values(meters.read().jira);
    expect(byPrincipal?.['app']?.points).toBe(points);
  });

  it('cost 1 for a write, whoever the function acts as', async () => {
    const { call, jira } = siteOf();
    const options = { as: person('ada', true), channel: 'function' as const };
    await call('DELETE', 'group/user?groupId=users&accountId=sue', undefined, options);
    await call('POST', 'group/user?groupId=users', { accountId: 'sue' }, options);
    expect(jira.traffic(0).map(({ points, status }) => [status, points])).toEqual([
      [200, 1],
      [201, 1],
    ]);
  });

  it('are not charged from outside, and for the page only where the site does', async () => {
    const { call, jira, switches } = siteOf();
    await call('GET', 'group/bulk', undefined, { as: ADMIN, channel: 'http' });
    await call('GET', 'group/bulk', undefined, { as: ADMIN, channel: 'bridge' });
    switches.set('bridgeCallsCharged', true);
    await call('GET', 'group/bulk', undefined, { as: ADMIN, channel: 'bridge' });
    expect(jira.traffic(0).map(({ points }) => points)).toEqual([0, 0, 17]);
  });

  it('run out, say when they come back, and are back at the top of the hour', async () => {
    const { call, switches, clock } = siteOf();
    clock.advanceTo(clock.now() + 600_000);
    switches.set('pointsPerHour', 100);
    const page = () => call('GET', 'group/member?groupId=users', undefined, FUNCTION);
    const first = await page();
    expect(first.headers).toMatchObject({
      'RateLimit-Policy': '"global-app-quota";q=100;w=3600,"jira-burst-based";q=100;w=1',
      RateLimit: '"global-app-quota";t=3000', // nothing about what remains
      'X-RateLimit-NearLimit': 'false',
    });
    for (let index = 0; index < 6; index += 1) await page();
    const seventh = await page(); // 8 × 13 = 104: the last call still passed
    expect(seventh.headers['RateLimit']).toBe('"global-app-quota";r=0;t=3000');
    const refused = await page();
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'RateLimit-Reason': 'jira-quota-global-based',
      'Retry-After': '3000',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '2026-03-31T13:00Z',
    });
    expect((await call('GET', 'group/bulk', undefined, { as: ADMIN })).status).toBe(200); // others are not the app
    clock.advanceTo(clock.now() + 2_999_999);
    expect((await page()).status).toBe(429);
    clock.advanceTo(clock.now() + 1);
    expect((await page()).status).toBe(200);
  });
});

describe('burst limits', () => {
  it('refuse more than a second’s worth per endpoint and method, and let it pass a second later', async () => {
    const { call, clock } = siteOf();
    const read = () => call('GET', 'user/groups?accountId=sue', undefined, FUNCTION);
    for (let index = 0; index < 100; index += 1) expect((await read()).status).toBe(200);
    const refused = await read();
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({ 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '1' });
    expect((await call('GET', 'group/bulk', undefined, FUNCTION)).status).toBe(200);
    clock.advanceTo(clock.now() + 1000);
    expect((await read()).status).toBe(200);
  });

  it('are 50 for deletions and more for some reads', async () => {
    const { call } = siteOf();
    const passed = async (method: string, path: string) => {
      for (let count = 0; ; count += 1)
        if ((await call(method, path, undefined, FUNCTION)).status === 429) return count;
    };
    expect(await passed('DELETE', 'group/user?groupId=users&accountId=sue')).toBe(50);
    expect(await passed('GET', 'user?accountId=sue')).toBe(150);
    expect(await passed('GET', 'issue/A-1/changelog')).toBe(200);
  });
});

describe('faults', () => {
  it('answer in Jira’s place, and are marked', async () => {
    const { call, faults, jira } = siteOf();
    faults.add({
      match: { path: 'group/member', nth: 2 },
      then: { status: 503, headers: { 'Retry-After': '9' }, body: { message: 'busy' } },
    });
    const read = () => call('GET', 'group/member?groupId=users');
    expect((await read()).status).toBe(200);
    const { status, headers, body } = await read();
    expect([status, headers['Retry-After'], body]).toEqual([503, '9', { message: 'busy' }]);
    expect((await read()).status).toBe(200);
    expect(jira.traffic(0).map(({ fault, status: told }) => [told, fault])).toEqual([
      [200, false],
      [503, true],
      [200, false],
    ]);
  });

  it('cut the connection or kill the caller before or after the work', async () => {
    const { call, faults, jira } = siteOf();
    const remove = (then: object) => {
      faults.clear();
      faults.add({ match: { method: 'DELETE' }, then });
      return call('DELETE', 'group/user?groupId=users&accountId=sue');
    };
    const member = async () => (await call('GET', 'user/groups?accountId=sue')).body.length === 2;
    expect(await remove({ drop: true })).toMatchObject({ status: 0, headers: { 'x-site-fault': 'drop' } });
    expect(await member()).toBe(true);
    expect((await remove({ killFunction: 'before' })).headers['x-site-fault']).toBe('kill-before');
    expect(await member()).toBe(true);
    expect((await remove({ killFunction: 'after' })).headers['x-site-fault']).toBe('kill-after');
    expect(await member()).toBe(false);
    expect(jira.traffic(0).filter(({ fault }) => fault)).toHaveLength(3);
  });

  it('hold an answer back', async () => {
    const { call, faults } = siteOf();
    faults.add({ match: { path: 'serverInfo' }, then: { delayMs: 30 } });
    const started = performance.now();
    expect((await call('GET', 'serverInfo')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it('hold only the answer back: Jira has done the work by then', async () => {
    const { call, faults, jira } = siteOf();
    faults.add({ match: { method: 'DELETE' }, then: { delayMs: 100 } });
    const late = call('DELETE', 'group/user?groupId=users&accountId=sue');
    expect((await call('GET', 'user/groups?accountId=sue')).body).toHaveLength(1);
    expect(jira.traffic(0).map(({ method }) => method)).toEqual(['DELETE', 'GET']);
    expect((await late).status).toBe(200);
  });
});

describe('meters and traffic', () => {
  it('count by operation and principal, and keep what was said', async () => {
    const { call, jira, meters } = siteOf();
    await call('GET', 'applicationrole/jira-software', undefined, FUNCTION);
    await call('POST', 'search/jql', { jql: 'project = A' }, { as: person('ada', true), channel: 'function' });
    expect(meters.read().jira).toEqual({
      'GET /rest/api/3/applicationrole/{key}': { app: { requests: 1, points: 9, statuses: { 200: 1 } } },
      'POST /rest/api/3/search/jql': { impersonated: { requests: 1, points: 3, statuses: { 200: 1 } } },
    });
    const [first, second] = jira.traffic(0);
    expect(first?.requestBody).toBeNull();
    expect(second).toMatchObject({
      n: 2,
      principal: 'impersonated:ada',
      requestBody: { jql: 'project = A' },
      responseBody: { isLast: true },
    });
    expect(jira.traffic(1)).toHaveLength(1);
  });

  it('keep the last 20,000 exchanges', async () => {
    const { jira, clock } = siteOf(generated(5, 5));
    for (let index = 0; index < 20_050; index += 1)
      await jira.handle({
        principal: { kind: 'anonymous' },
        channel: 'http',
        scopes: 'all',
        impersonationScopes: [],
        method: 'GET',
        url: '/rest/api/3/myself',
        headers: {},
        body: undefined,
      });
    const kept = jira.traffic(0);
    expect([kept.length, kept[0]?.n, kept.at(-1)?.n]).toEqual([20_000, 51, 20_050]);
    expect(kept[0]?.at).toBe(new Date(clock.now()).toISOString());
  });
});
