import { DAY } from '../../src/domain/instant';
import { FakeClock } from '../fakes/fake-clock';
import { collectBy, lastSeen, seatAll } from '../fakes/searched';
import { World } from '../fakes/world';
import { parseDataFile } from '../site/jira';
import { SMALL_SITE } from '../site-tests/jira/small-site';
import { onSmallSite } from '../ports/jira-platform';

/** A work item that can't be read as a whole is one gap: whoever worked on it is found otherwise, everybody else is judged. */
const at = (text: string) => Date.parse(text);
const COMMENTED = '2026-03-20T10:00:00Z';

/** Only Tim's last comment breaks his silence, and one answer does not hold it. */
const item = {
  kind: 'issue',
  key: 'D-1',
  project: 'D',
  created: '2026-03-01T10:00:00Z',
  creator: 'ada',
  comments: Array.from({ length: 3 }, (_, n) => ({
    id: `90${n}`,
    author: n === 2 ? 'tim' : 'joe',
    created: n === 2 ? COMMENTED : '2026-03-02T10:00:00Z',
    updated: n === 2 ? COMMENTED : '2026-03-02T10:00:00Z',
  })),
  histories: [],
  worklogs: [],
};

function siteWith() {
  const site = onSmallSite(1_000_000, parseDataFile([SMALL_SITE, JSON.stringify(item)].join('\n')));
  site.switches.set('inlineComments', 2);
  return site;
}

async function collected(site: ReturnType<typeof siteWith>) {
  const world = new World();
  const ports = { ...world.ports, activitySource: site.activity, clock: new FakeClock(site.clock.now()) };
  const profileId = await seatAll(['tim', 'nil'], at('2026-02-05T00:00:00Z'), ports);
  const run = await collectBy('crawl', profileId, ports);
  return { run, seen: await lastSeen(ports), coverage: await ports.activity.findCoverage(profileId) };
}

test.each([
  ['404', { status: 404, body: { errorMessages: ['Issue does not exist.'] } }],
  ['403', { status: 403, body: { errorMessages: ['no permission'] } }],
  ['410', { status: 410, body: {} }],
  ['another form', { status: 200, body: { comments: 'many' } }],
  ['an element that is nothing', { status: 200, body: { comments: [null, { x: 1 }], total: 2 } }],
])('comments that answer %s', async (_name, then) => {
  const site = siteWith();
  site.faults.add({ match: { path: '/issue/D-1/comment' }, then });
  await expectOneGap(site);
});

test('pages of comments that never end', async () => {
  const site = siteWith();
  const body = { comments: [{ id: '1', author: null, created: COMMENTED }], total: 1e9 };
  site.faults.add({ match: { path: '/issue/D-1/comment' }, then: { status: 200, body } });
  await expectOneGap(site);
  expect(site.jira.traffic(0).filter(({ url }) => url.includes('/issue/D-1/comment')).length).toBeLessThan(10);
});

test.each([
  ['is nothing', null],
  ['has a creator that is no author', { key: 'D-1', fields: { creator: 'tim', created: COMMENTED } }],
  ['has no key', { fields: {} }],
])('a work item that %s', async (_name, odd) => {
  const site = siteWith();
  const then = { status: 200, body: { issues: [odd], isLast: true } };
  site.faults.add({ match: { method: 'GET', path: 'search/jql' }, then });
  await expectOneGap(site);
});

async function expectOneGap(site: ReturnType<typeof siteWith>): Promise<void> {
  const { run, seen, coverage } = await collected(site);
  expect(run.result).toMatchObject({ kind: 'finished', status: 'Partial' });
  expect(run.gaps.join(' ')).toContain('1 work item');
  expect(coverage?.gaps).toEqual([]);
  expect(Math.abs((seen.get('tim')?.at ?? 0) - at(COMMENTED))).toBeLessThan(1.5 * DAY);
  expect([seen.get('nil')?.at, seen.get('nil')?.unreadUntil]).toEqual([undefined, undefined]);
}

test('a search that repeats its page stops at once, and nobody’s silence counts', async () => {
  const site = siteWith();
  const first = await site.call(
    'GET',
    'search/jql?jql=updated%20%3E%3D%20%222026-01-01%22&fields=creator,created,updated,comment&expand=changelog',
  );
  const body = { ...(first.body as object), nextPageToken: 'same', isLast: false };
  site.faults.add({ match: { method: 'GET', path: 'search/jql' }, then: { status: 200, body } });
  const { run, coverage } = await collected(site);
  expect(run.result).toMatchObject({ kind: 'finished', status: 'Partial' });
  expect(coverage?.gaps.join(' ')).toContain('does not come to an end');
  expect(coverage?.reading?.searchFrom).not.toBeNull();
  expect(
    site.jira.traffic(0).filter(({ method, url }) => method === 'GET' && url.includes('search/jql')).length,
  ).toBeLessThan(4);
});

test('work that is dated beyond now is no work yet', async () => {
  const site = siteWith();
  const created = new Date(site.clock.now() + 2 * DAY).toISOString();
  const odd = {
    key: 'F-1',
    fields: { creator: { accountId: 'tim' }, created, updated: created, comment: { comments: [], total: 0 } },
  };
  const body = { issues: [{ ...odd, changelog: { histories: [], total: 0 } }], isLast: true };
  site.faults.add({ match: { path: 'search/jql' }, then: { status: 200, body } });
  const { seen } = await collected(site);
  expect(seen.get('tim')?.at ?? 0).toBeLessThanOrEqual(site.clock.now());
});

test.each([
  ['worklogs', 'worklog/list', [{ id: '21', author: 'sue', created: COMMENTED }]],
  ['audit records', 'auditing/record', { records: [{ id: 1, created: COMMENTED, authorAccountId: 7 }], limit: 1000 }],
])('%s that may name anybody leave everybody unknown, and are read again', async (_name, path, body) => {
  const site = siteWith();
  site.faults.add({ match: { path }, then: { status: 200, body } });
  const { run, coverage } = await collected(site);
  expect(run.result).toMatchObject({ kind: 'finished', status: 'Partial' });
  expect(coverage?.gaps.join(' ')).toContain('can’t be understood');
  const { searchFrom, auditFrom } = coverage?.reading ?? {};
  expect(path.startsWith('audit') ? auditFrom : searchFrom).not.toBeNull();
});
