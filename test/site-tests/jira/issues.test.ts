/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-call: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { APP, siteOf } from './fixture';

const FIELDS = ['created', 'updated', 'creator', 'project', 'comment', 'worklog'];

/** An issue with 30 comments, 120 changes and 25 worklogs. */
const BUSY = {
  key: 'A-3',
  project: 'A',
  created: '2026-03-01T00:00:00Z',
  creator: 'sue',
  comments: Array.from({ length: 30 }, (_, index) => ({
    id: `${100 + index}`,
    author: 'tim',
    created: `2026-03-02T00:00:${10 + index}Z`,
    updated: `2026-03-02T00:00:${10 + index}Z`,
  })),
  histories: Array.from({ length: 120 }, (_, index) => ({
    id: `${300 + index}`,
    author: 'sue',
    created: new Date(Date.UTC(2026, 2, 3) + index * 1000).toISOString(),
  })),
  worklogs: Array.from({ length: 25 }, (_, index) => ({
    id: `${600 + index}`,
    author: 'joe',
    created: '2026-03-04T00:00:00Z',
    started: '2026-03-03T00:00:00Z',
    updated: `2026-03-04T00:00:${10 + index}Z`,
  })),
};

function busySite() {
  const site = siteOf();
  site.jira.change('issue', BUSY);
  return site;
}

describe('issues', () => {
  it('come with comments, worklogs and changes cut as the site cuts them, and honest totals', async () => {
    const { call, switches } = busySite();
    const read = async () =>
      (await call('POST', 'search/jql', { jql: 'key = A-3', fields: FIELDS, expand: 'changelog' })).body.issues[0];
    const cut = await read();
    expect(cut.fields.comment).toMatchObject({ total: 30, maxResults: 20, startAt: 0 });
    expect(cut.fields.comment.comments).toHaveLength(20);
    expect(cut.fields.worklog).toMatchObject({ total: 25, maxResults: 20 });
    expect(cut.changelog).toMatchObject({ total: 120, maxResults: 100, startAt: 0 });
    expect(cut.changelog.histories[0].id).toBe('419'); // newest first
    for (const name of ['inlineComments', 'inlineWorklogs', 'inlineChangelog']) switches.set(name, 0);
    const whole = await read();
    expect([whole.fields.comment.comments.length, whole.fields.worklog.worklogs.length]).toEqual([30, 25]);
    expect(whole.changelog.histories).toHaveLength(120);
  });

  it('have times in the time zone of the site, and no author where nobody is known', async () => {
    const { call } = siteOf();
    const { body } = await call('POST', 'search/jql', { jql: 'key = A-2', fields: FIELDS });
    const [issue] = body.issues;
    expect(issue).toMatchObject({
      id: '10001',
      key: 'A-2',
      fields: { created: '2026-02-01T11:00:00.000+0100', creator: { accountId: 'tim' } },
    });
    expect(issue.fields.comment.comments[0]).not.toHaveProperty('author');
    const summer = (await call('GET', 'issue/B-2?fields=created,creator')).body.fields;
    expect(summer).toEqual({ created: '2026-03-31T14:00:00.000+0200', creator: null });
  });

  it('tell their changes oldest first, one by one or in bulk', async () => {
    const { call } = busySite();
    const one = (await call('GET', 'issue/A-3/changelog?maxResults=1000')).body;
    expect([one.maxResults, one.total, one.values[0].id, one.isLast]).toEqual([100, 120, '300', false]);
    expect((await call('GET', 'issue/A-3/changelog?startAt=100')).body.values).toHaveLength(20);
    const page = (body: object) =>
      call('POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['A-3', 'A-1', '10001', 'Z-1'], ...body });
    const all = (await page({})).body.issueChangeLogs;
    expect(
      all.map((log: { issueId: string; changeHistories: unknown[] }) => [log.issueId, log.changeHistories.length]),
    ).toEqual([
      ['10004', 120],
      ['10000', 2],
    ]);
    const first = (await page({ maxResults: 121 })).body;
    const second = (await page({ maxResults: 121, nextPageToken: first.nextPageToken })).body;
    expect(second.issueChangeLogs).toEqual([
      { issueId: '10000', changeHistories: [expect.objectContaining({ id: '12' })] },
    ]);
    expect(second).not.toHaveProperty('nextPageToken');
    expect((await page({ issueIdsOrKeys: [] })).status).toBe(400);
    expect((await page({ fieldIds: ['status'] })).status).toBe(501);
  });

  it('tell their comments', async () => {
    const { call } = busySite();
    const read = async (query: string) => (await call('GET', `issue/A-3/comment?${query}`)).body;
    expect(await read('maxResults=5')).toMatchObject({
      total: 30,
      maxResults: 5,
      comments: [{ id: '100' }, {}, {}, {}, {}],
    });
    expect((await read('orderBy=-created&maxResults=1')).comments[0].id).toBe('129');
    expect((await call('GET', 'issue/A-3/comment?orderBy=author')).status).toBe(400);
    const list = (await call('POST', 'comment/list', { ids: [1, 129, 7777] })).body;
    expect(list.values.map(({ id }: { id: string }) => id)).toEqual(['1', '129']);
    expect(list.values[0]).toMatchObject({ author: { accountId: 'tim' }, updateAuthor: { accountId: 'joe' } });
  });

  it('are not there for who may not see them', async () => {
    const { call } = siteOf();
    for (const path of ['issue/B-1?fields=created', 'issue/B-1/changelog', 'issue/B-1/comment', 'issue/Z-1/comment'])
      expect((await call('GET', path, undefined, { as: APP })).status).toBe(404);
    expect((await call('GET', 'issue/B-1?fields=created')).status).toBe(200);
    expect((await call('POST', 'issue/A-1/notify', { to: { reporter: true } })).status).toBe(204);
    expect((await call('POST', 'issue/A-1/notify', { to: {} })).status).toBe(400);
  });

  it('are in projects', async () => {
    const { call } = siteOf();
    expect((await call('GET', 'project/search')).body.values.map(({ key }: { key: string }) => key)).toEqual([
      'A',
      'B',
    ]);
    expect((await call('GET', 'project/search?query=b')).body.total).toBe(1);
    expect((await call('GET', 'project/search?orderBy=issueCount')).status).toBe(501);
    for (const path of ['filter/search', 'dashboard/search', 'component?projectIdsOrKeys=A'])
      expect((await call('GET', path)).body).toMatchObject({ values: [], isLast: true });
  });
});

describe('worklogs', () => {
  it('are listed by when they changed, without the last minute', async () => {
    const { call, clock, jira } = siteOf();
    const ids = async (since: number) =>
      ((await call('GET', `worklog/updated?since=${since}`)).body.values as { worklogId: number }[]).map(
        ({ worklogId }) => worklogId,
      );
    expect(await ids(0)).toEqual([21]);
    const now = new Date(clock.now()).toISOString();
    jira.change('issue', {
      key: 'A-2',
      worklogs: [{ id: '22', author: 'tim', created: now, started: now, updated: now }],
    });
    expect(await ids(0)).toEqual([21]);
    clock.advanceTo(clock.now() + 60_000);
    expect(await ids(0)).toEqual([21, 22]);
    expect(await ids(Date.parse(now))).toEqual([22]);
    expect(await ids(Date.parse(now) + 1)).toEqual([]);
    const [log] = (await call('POST', 'worklog/list', { ids: [22] })).body;
    expect(log).toMatchObject({ id: '22', issueId: '10001', author: { accountId: 'tim' } });
  });

  it('come 1,000 a page; the next page starts where the last ended', async () => {
    const { call, jira, clock } = siteOf();
    const worklogs = Array.from({ length: 2100 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 2, 20) + index * 500).toISOString();
      return { id: `${5000 + index}`, author: 'sue', created: at, started: at, updated: at };
    });
    jira.change('issue', { key: 'A-1', worklogs });
    clock.advanceTo(clock.now() + 60_000);
    const seen = new Set<number>();
    let [since, pages, last] = [0, 0, false];
    while (!last) {
      const { body } = await call('GET', `worklog/updated?since=${since}`);
      for (const { worklogId } of body.values) seen.add(worklogId as number);
      expect(body.values.length).toBeLessThanOrEqual(1000);
      [since, pages, last] = [body.until as number, pages + 1, body.lastPage as boolean];
      if (!last) expect(body.nextPage).toContain(`since=${since}`);
    }
    expect([seen.size, pages]).toEqual([2101, 3]);
  });
});
