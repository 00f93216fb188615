/* eslint @typescript-eslint/no-unsafe-member-access: "off" -- answers have every shape, and the assertions check it */
import { serve } from '../../site/jira';
import { siteOf } from './fixture';

describe('the site over HTTP', () => {
  const site = siteOf();
  let url: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ url, close } = await serve(site.jira, { appScopes: ['manage:jira-configuration'] }));
  });
  afterAll(() => close());

  const get = (path: string, authorization?: string) =>
    fetch(`${url}/rest/api/3/${path}`, { headers: authorization === undefined ? {} : { authorization } });
  const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

  it('acts as the person whose e-mail or account id is given, with any token and all scopes', async () => {
    for (const credentials of ['sue@small.example:token', 'sue:token', 'sue:to:ken', 'sue:']) {
      const response = await get('myself', basic(credentials));
      expect([response.status, (await response.json()).accountId]).toEqual([200, 'sue']);
      expect(response.headers.get('content-type')).toContain('application/json');
    }
  });

  it('acts as the app with the manifest’s scopes', async () => {
    expect((await get('applicationrole', 'Bearer app')).status).toBe(200);
    const refused = await get('users/search', 'Bearer app');
    expect([refused.status, (await refused.json()).code]).toEqual([401, 401]);
  });

  it('knows nobody else', async () => {
    for (const authorization of [
      undefined,
      'Bearer other',
      basic('void:token'),
      basic('sue'),
      basic('old:token'),
      'Digest x',
    ])
      expect((await get('myself', authorization)).status).toBe(401);
  });

  it('takes bodies, and cuts the connection when a fault says so', async () => {
    const search = () =>
      fetch(`${url}/rest/api/3/search/jql`, {
        method: 'POST',
        headers: { authorization: basic('sue:t'), 'content-type': 'application/json' },
        body: JSON.stringify({ jql: 'project = A' }),
      });
    expect((await (await search()).json()).issues).toHaveLength(2);
    site.faults.add({ match: { path: 'search/jql' }, then: { drop: true } });
    await expect(search()).rejects.toThrow();
    site.faults.clear();
    expect((await search()).status).toBe(200);
  });
});
