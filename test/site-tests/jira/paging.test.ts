/* eslint @typescript-eslint/no-unsafe-argument: "off", @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import fc from 'fast-check';
import { APP, generated, siteOf, type Reply } from './fixture';

const site = siteOf(generated(150, 300, 5));
const [group] = site.data.groups;
const as = { kind: 'user', accountId: site.jira.siteAdministrators()[0] ?? '', impersonated: false } as const;
const get = (path: string): Promise<Reply> => site.call('GET', path, undefined, { as });
/** Not so small that walking all pages runs into the burst limits. */
const size = fc.integer({ min: 3, max: 120 });

/** Reads all pages of a startAt operation the way it must be done: by the number of items received. */
async function everyPage(path: string, maxResults: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (;;) {
    const { status, body } = await get(`${path}&startAt=${all.length}&maxResults=${maxResults}`);
    expect(status).toBe(200);
    expect(body.values.length).toBeLessThanOrEqual(maxResults);
    expect(body.startAt).toBe(all.length);
    expect(body.isLast).toBe(body.nextPage === undefined);
    all.push(...(body.values as unknown[]));
    if (body.isLast) return all;
  }
}

async function everyToken(body: object): Promise<{ id: string }[]> {
  const all: { id: string }[] = [];
  let nextPageToken: string | undefined;
  do {
    const reply = await site.call('POST', 'search/jql', { ...body, nextPageToken }, { as });
    expect(reply.status).toBe(200);
    expect(reply.body.isLast).toBe(reply.body.nextPageToken === undefined);
    all.push(...reply.body.issues);
    nextPageToken = reply.body.nextPageToken;
  } while (nextPageToken !== undefined);
  return all;
}

describe('pages', () => {
  beforeEach(() => site.clock.advanceTo(site.clock.now() + 60_000)); // the buckets of the burst limits fill again

  it('of members of any size concatenate to the same list', async () => {
    const path = `group/member?groupId=${group?.id}&includeInactiveUsers=true`;
    const whole = await everyPage(path, 50);
    expect(whole).toHaveLength(new Set(whole.map((user) => JSON.stringify(user))).size);
    await fc.assert(
      fc.asyncProperty(size, async (maxResults) => {
        site.clock.advanceTo(site.clock.now() + 5000);
        expect(await everyPage(path, maxResults)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('of a search of any size concatenate to the same list', async () => {
    const jql = 'updated >= -300d ORDER BY updated DESC';
    const whole = await everyToken({ jql, maxResults: 5000 });
    expect(whole.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(size, fc.boolean(), async (maxResults, withFields) => {
        site.clock.advanceTo(site.clock.now() + 5000);
        const pages = await everyToken({ jql, maxResults, ...(withFields ? { fields: ['created'] } : {}) });
        expect(pages.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      }),
      { numRuns: 15 },
    );
  });

  it('of a search are small as soon as a field is asked', async () => {
    const page = async (body: object) =>
      (await site.call('POST', 'search/jql', { jql: 'created >= -900d', ...body }, { as })).body.issues.length;
    expect(await page({})).toBe(50);
    expect(await page({ maxResults: 5000 })).toBe(300);
    expect(await page({ maxResults: 5000, fields: ['key'] })).toBe(300);
    expect(await page({ maxResults: 5000, fields: ['created'] })).toBe(100);
    expect(await page({ maxResults: 5000, fields: ['id'], expand: 'changelog' })).toBe(100);
  });

  it('of a search belong to one query of one account and last a week', async () => {
    const ask = (jql: string, nextPageToken?: string, who: typeof as | typeof APP = as) =>
      site.call('POST', 'search/jql', { jql, nextPageToken, maxResults: 10 }, { as: who });
    const { nextPageToken } = (await ask('created >= -900d')).body;
    expect((await ask('created >= -900d', nextPageToken)).status).toBe(200);
    expect((await ask('created >= -901d', nextPageToken)).status).toBe(400);
    expect((await ask('created >= -900d', nextPageToken, APP)).status).toBe(400);
    expect((await ask('created >= -900d', 'made-up')).status).toBe(400);
    site.clock.advanceTo(site.clock.now() + 7 * 86_400_000 + 1);
    expect((await ask('created >= -900d', nextPageToken)).status).toBe(400);
  });

  it('of people are bare lists up to 1,000', async () => {
    const people = async (query: string) => (await get(`users/search?${query}`)).body as { accountId: string }[];
    expect(await people('')).toHaveLength(50);
    const all = await people('maxResults=5000');
    expect(all).toHaveLength(site.data.users.length + 1);
    const halves = [...(await people('maxResults=100')), ...(await people('startAt=100&maxResults=1000'))];
    expect(halves).toEqual(all);
    expect((await get('user/bulk?accountId=x')).body.maxResults).toBe(10);
  });

  it('may come without a total', async () => {
    site.switches.set('pagesWithTotal', false);
    expect((await get(`group/member?groupId=${group?.id}`)).body).not.toHaveProperty('total');
    site.switches.set('pagesWithTotal', true);
    expect((await get(`group/member?groupId=${group?.id}&maxResults=1`)).body.total).toBeGreaterThan(1);
  });

  it('refuse nonsense', async () => {
    for (const path of ['group/bulk?startAt=-1', 'group/bulk?maxResults=many', 'users/search?startAt=x'])
      expect((await get(path)).status).toBe(400);
    expect((await site.call('POST', 'search/jql', { jql: 'project = WEB', maxResults: 0 }, { as })).status).toBe(400);
    expect((await site.call('POST', 'search/jql', { jql: 'project = WEB', maxResults: 'ten' }, { as })).status).toBe(
      400,
    );
  });
});
