import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { startSite, type RunningSite } from '../../site/site';

let site: RunningSite;
let appPort: number;
beforeAll(async () => {
  const source = { seats: 20, issues: 30, seed: 7 };
  site = await startSite({ source, appDir: join(__dirname, 'fixture-app'), browser: true });
  const state = JSON.parse((await send('/__shell/state')).text) as { pages: { url: string }[] };
  appPort = Number(new URL(state.pages[0]?.url ?? '').port);
});
afterAll(() => site.stop());

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly port?: number;
}

/** Sends exactly this address: `fetch` would mend it first. */
function send(path: string, { method = 'GET', headers = {}, body, port = site.port }: Sent = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const isAlive = async () => expect((await send('/rest/api/3/serverInfo')).status).toBe(401);
const PATHS = ['/', '/assets/', '/__shell/state', '/__shell/invoke', '/__site', '/__site/clock', '/rest/api/3/user'];
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + '1' + close.repeat(depth);

test.each([
  '/assets/%E0%A4%A',
  '/assets/%',
  '/%00',
  '//',
  '/assets/../../etc/passwd',
  '/__shell/%E0',
  '/rest/api/3/%E0',
])('the address %s is answered with a refusal or a page, never with a crash', async (path) => {
  for (const port of [site.port, appPort]) expect((await send(path, { port })).status).toBeLessThan(500);
  await isAlive();
});

test('an address that can’t be read is told so', async () => {
  expect(await send('/assets/%E0%A4%A')).toEqual({ status: 400, text: '{"message":"The address can’t be read."}' });
});

test.each([
  ['/__shell/invoke', '[', ']'],
  ['/__shell/invoke', '{"a":', '}'],
  ['/__shell/fetch-product', '{"fetchRequestInit":', '}'],
  ['/__site/invoke', '{"payload":', '}'],
  ['/__site/clock', '[', ']'],
  ['/rest/api/3/search/jql', '{"jql":', '}'],
])('a body nested too deep for %s is refused, and the site goes on', async (path, open, close) => {
  const [admin = ''] = site.jira.siteAdministrators();
  const authorization = `Basic ${Buffer.from(`${admin}:token`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  for (const depth of [1001, 5_000, 200_000])
    expect((await send(path, { method: 'POST', headers, body: nested(depth, open, close) })).status).toBe(400);
  await isAlive();
});

test('a deep payload that Jira would still read reaches the function', async () => {
  const payload = `{"moduleKey":"page","functionKey":"echo","payload":${nested(900, '[', ']')}}`;
  expect((await send('/__shell/invoke', { method: 'POST', body: payload })).status).toBe(200);
  await isAlive();
});

test.each(PATHS)('%s answers nobody who came by another name', async (path) => {
  for (const host of [
    'evil.example',
    `evil.example:${site.port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
  ]) {
    const answer = await send(path, { headers: { host } });
    expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('this machine') as string });
  }
  expect((await send(path, { headers: { host: `localhost:${site.port}` } })).status).not.toBe(403);
});

test('nor does the app’s own origin', async () => {
  expect((await send('/__frame/theme.css', { port: appPort, headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await send('/__frame/theme.css', { port: appPort })).status).toBe(200);
});

test('a cookie that can’t be read is nobody’s', async () => {
  const odd = await send('/__shell/state', { headers: { cookie: 'site-account=%E0%A4%A' } });
  expect(odd).toEqual(await send('/__shell/state'));
});

test('whatever is sent, the site answers and goes on', async () => {
  const odd = fc.constantFrom(
    '%',
    '%E0',
    '..',
    '//',
    '?',
    '&',
    '=',
    '[]',
    '{"',
    '"',
    'constructor',
    '__proto__',
    '\\',
    ' ',
  );
  const text = fc.array(fc.oneof(odd, fc.string({ maxLength: 4 })), { maxLength: 6 }).map((parts) => parts.join(''));
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), text, text, method, async (start, more, body, verb) => {
      const path = (start + more).replace(/[^!-~]/g, '%');
      for (const port of [site.port, appPort]) {
        const { status } = await send(path, { method: verb, port, ...(verb === 'GET' ? {} : { body }) });
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status === 501 || status < 500).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  await isAlive();
});
