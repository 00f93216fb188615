import { join } from 'node:path';
import { startSite, type RunningSite } from '../../site/site';

let site: RunningSite;
let admin: string;
let person: string;
let issue: string;
beforeAll(async () => {
  const source = { seats: 20, issues: 30, seed: 7 };
  site = await startSite({ source, appDir: join(__dirname, 'fixture-app') });
  [admin = ''] = site.jira.siteAdministrators();
  person = site.jira.people(100).find(({ access }) => access === 'user')?.accountId ?? '';
  const found = await fetch(`${site.url}/rest/api/3/search/jql?jql=created%20%3E%20-5000d&maxResults=1&fields=key`, {
    headers: { authorization: `Basic ${Buffer.from(`${admin}:token`).toString('base64')}` },
  });
  issue = ((await found.json()) as { issues: { key: string }[] }).issues[0]?.key ?? '';
});
afterAll(() => site.stop());

const status = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${site.url}/__site${path}`, {
    method,
    headers,
    ...(text !== undefined && { body: text }),
  });
  const { message } = (await response.json()) as { message: string };
  return { status: response.status, message };
};
const invoke = (operation: string, payload: unknown = {}, as = admin) =>
  site.control('POST', '/invoke', { function: 'resolver', operation, payload, as });

test('GET /__site tells what the site is', async () => {
  expect(await site.control('GET', '')).toEqual({
    now: new Date(site.clock.now()).toISOString(),
    cloudId: site.jira.site.cloudId,
    seed: 7,
    counts: site.jira.counts(),
    functions: ['resolver', 'small-resolver', 'tick', 'consumer', 'long-consumer', 'on-event', 'on-install'],
    scheduledTriggers: ['hourly'],
    queues: ['work', 'long-work'],
  });
});

test('the installer is the first site administrator', async () => {
  const { plain } = await site.control<{ plain: object }>('GET', '/kvs?prefix=note:installed');
  expect(Object.values(plain)).toEqual([{ installerAccountId: admin }]);
});

test('the clock moves by a duration and to an instant, never back', async () => {
  const before = site.clock.now();
  const moved = await site.control<{ now: string; invocations: number }>('POST', '/clock', { advance: '1h30m' });
  expect(Date.parse(moved.now) - before).toBeGreaterThanOrEqual(90 * 60_000);
  expect(moved.invocations).toBeGreaterThanOrEqual(2);
  const to = new Date(site.clock.now() + 1_000).toISOString();
  expect(await site.control('POST', '/clock', { to })).toMatchObject({ invocations: 0 });
  expect(await status('POST', '/clock', { to: '2001-01-01T00:00:00Z' })).toMatchObject({ status: 400 });
});

test('invoke acts as an account, by id or e-mail, and passes the app’s own envelope on', async () => {
  const email = site.jira.people(1)[0]?.email ?? '';
  expect(await invoke('echo', { a: 1 }, email)).toMatchObject({ ok: true, value: { accountId: admin } });
  expect(await invoke('fail')).toMatchObject({ ok: false, error: { name: 'RangeError' } });
  expect(await invoke('answer', { ok: true, value: 5, now: 'n' })).toEqual({ ok: true, value: 5, now: 'n' });
});

test('a Jira call of a function arrives at Jira with its principal and is metered and recorded', async () => {
  await site.control('DELETE', '/meters');
  await invoke('jira', { as: 'user' });
  const meters = await site.control<{ jira: Record<string, unknown> }>('GET', '/meters');
  expect(meters.jira['GET /rest/api/3/myself']).toMatchObject({ user: { requests: 1, statuses: { 200: 1 } } });
  const [last] = (await site.control<{ principal: string; n: number }[]>('GET', '/traffic?since=0')).slice(-1);
  expect(last?.principal).toBe(`user:${admin}`);
  expect(await site.control('GET', `/traffic?since=${last?.n}`)).toEqual([]);
});

test('a person’s work becomes an event for the app', async () => {
  await site.control('POST', '/event', { eventType: 'avi:jira:viewed:issue', by: person, issue });
  const { plain } = await site.control<{ plain: object }>('GET', '/kvs?prefix=note:event');
  expect(Object.values(plain)).toContainEqual(expect.objectContaining({ atlassianId: person }));
});

test('a scheduled trigger runs at once', async () => {
  expect(await site.control('POST', '/trigger', { module: 'hourly' })).toMatchObject({ ok: true });
});

test('drain does not tell of what the clock had delivered before', async () => {
  await invoke('push', { events: [{ body: { name: 'x' } }] });
  await site.control('POST', '/clock', { advance: '1s' });
  expect(await site.control('POST', '/drain')).toEqual({ deliveries: 0, retries: 0, failed: 0 });
});

test('drain tells what was delivered since the last time', async () => {
  await site.control('POST', '/drain');
  await invoke('push', { events: [{ body: { name: 'x' } }] });
  expect(await site.control('POST', '/drain')).toEqual({ deliveries: 1, retries: 0, failed: 0 });
});

test('faults and switches are set, listed and cleared', async () => {
  await site.control('POST', '/faults', { match: { path: '/myself', nth: 1 }, then: { status: 503 } });
  expect(await invoke('jira', { as: 'app' })).toMatchObject({ value: { status: 503 } });
  expect(await site.control('GET', '/faults')).toMatchObject([{ seen: 1, fired: 1 }]);
  expect(await site.control('DELETE', '/faults')).toEqual([]);
  await site.control('POST', '/switches', { kvsQueryDelay: 3 });
  expect(await site.control('GET', '/switches')).toMatchObject({ kvsQueryDelay: { value: 3 } });
  await site.control('POST', '/switches', { kvsQueryDelay: 0 });
});

test('a call whose function gave up waiting happened before the clock moved on, and nothing comes after', async () => {
  const since = site.jira.traffic(0).length;
  await site.control('POST', '/faults', { match: { path: '/myself' }, then: { delayMs: 6_500 } });
  expect(await invoke('jira', { as: 'app' })).toMatchObject({ error: { name: 'FUNCTION_TIME_OUT' } });
  const gaveUpAt = site.clock.now();
  await site.control('POST', '/clock', { advance: '1h' });
  const exchanges = await site.control<{ at: string }[]>('GET', `/traffic?since=${since}`);
  expect(exchanges).toHaveLength(1);
  expect(Date.parse(exchanges[0]?.at ?? '')).toBeLessThanOrEqual(gaveUpAt);
  await site.control('DELETE', '/faults');
});

test('of several switches all are set, or none', async () => {
  const refused = await status('POST', '/switches', { kvsQueryDelay: 3, toString: 'x' });
  expect(refused).toMatchObject({
    status: 400,
    message: expect.stringContaining('no switch named toString') as string,
  });
  expect((await status('POST', '/switches', { searchDelay: 10, auditOrder: 'random' })).status).toBe(400);
  const { kvsQueryDelay, searchDelay } = site.switches.list();
  expect([kvsQueryDelay?.value, searchDelay?.value]).toEqual([0, 0]);
});

test('mails are listed and cleared', async () => {
  expect(await site.control('GET', '/mails')).toEqual({ mails: [] });
  expect(await site.control('DELETE', '/mails')).toEqual({ mails: [] });
});

test.each([
  ['POST', '/clock', { advance: 'soon' }, 400, 'duration'],
  ['POST', '/clock', { advanse: '1h' }, 400, 'advanse'],
  ['POST', '/clock', { to: '2030-06-31T00:00:00Z' }, 400, 'not an ISO 8601 time'],
  ['POST', '/clock', {}, 400, 'expected {"advance"'],
  ['POST', '/clock', '{', 400, 'not JSON'],
  ['POST', '/trigger', { module: 'nothing' }, 404, 'no scheduled trigger'],
  ['POST', '/trigger', {}, 400, 'module'],
  ['POST', '/invoke', { function: 'resolver', operation: 'echo', as: 'nobody' }, 400, 'no account'],
  ['POST', '/invoke', { function: 'nothing', operation: 'echo', as: 'x' }, 404, 'nothing'],
  ['POST', '/event', { eventType: 'avi:jira:viewed:issue', by: 'nobody' }, 400, 'nobody'],
  ['POST', '/faults', { match: { kvs: 'set', queue: 'push' }, then: {} }, 400, 'one door'],
  ['POST', '/faults', { match: { path: '(' }, then: {} }, 400, 'path'],
  [
    'POST',
    '/faults',
    { match: { kvs: 'sett' }, then: { status: 500 } },
    400,
    'match.kvs: there is no sett, only get, set',
  ],
  ['POST', '/faults', { match: { queue: 'work' }, then: { status: 500 } }, 400, 'push, deliver, stats, cancel'],
  ['POST', '/faults', { match: { function: 'x' }, then: { status: 500 } }, 400, 'resolver, tick'],
  ['POST', '/switches', { weather: 'fine' }, 400, 'no switch named weather'],
  ['POST', '/user', { accountId: 5 }, 400, 'accountId'],
  ['GET', '/traffic?since=x', undefined, 400, 'whole number'],
  ['GET', '/nothing', undefined, 404, 'no control call'],
  ['DELETE', '/clock', undefined, 501, 'takes POST'],
])('a wrong call is told what is wrong: %s %s %j', async (method, path, body, expected, text) => {
  const answer = await status(method, path, body);
  expect(answer.status).toBe(expected);
  expect(answer.message).toContain(text);
});

test('no web page of another origin controls the site', async () => {
  expect(await status('GET', '', undefined, { origin: 'https://example.com' })).toMatchObject({ status: 403 });
});

test('connections that idle are kept', async () => {
  const response = await fetch(`${site.url}/__site`);
  expect(response.headers.get('keep-alive')).toBeNull(); // no “timeout=5”
});

test('Jira answers over HTTP next to the control calls', async () => {
  const path = `${site.url}/rest/api/3/myself`;
  const authorization = `Basic ${Buffer.from(`${admin}:token`).toString('base64')}`;
  expect(await (await fetch(path, { headers: { authorization } })).json()).toMatchObject({ accountId: admin });
  expect((await fetch(path)).status).toBe(401);
});
