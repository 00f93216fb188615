import { onSmallSite } from './jira-platform';

/** What Jira really answers when years of imports, deletions and apps have passed over a site. */
const at = (text: string) => Date.parse(text);
const FROM = at('2026-03-01T00:00:00Z');
const DAY = 86_400_000;

const ada = { accountId: 'ada', accountType: 'atlassian' };
const bot = { accountId: 'bot', accountType: 'app' };
const portal = { accountId: 'customer', accountType: 'customer' };
const erased = { displayName: 'Former user', active: false };

function issue(parts: { creator?: unknown; created?: string; comments?: unknown[]; histories?: unknown[] }) {
  const { creator = ada, created = '2026-01-10T10:00:00.000+0000', comments = [], histories = [] } = parts;
  return {
    id: '1',
    key: 'A-1',
    fields: { creator, created, comment: { comments, total: comments.length } },
    changelog: { histories, total: histories.length },
  };
}

async function factsOf(...issues: unknown[]) {
  const { activity, faults } = onSmallSite();
  faults.add({ match: { path: 'search/jql' }, then: { status: 200, body: { issues, isLast: true } } });
  return activity.readIssues(FROM, null);
}

const T = '2026-03-02T10:00:00.000+0000';
const LATER = '2026-03-02T11:00:00.000+0000';

describe('work items with bad data', () => {
  test.each([
    ['nobody', null],
    ['a deleted person', erased],
    ['a person without an id', { accountId: null, accountType: 'atlassian' }],
    ['an app', bot],
    ['a customer', portal],
  ])('by %s are nobody’s activity, and nothing else is lost', async (_name, author) => {
    const comment = { author, updateAuthor: ada, created: T, updated: LATER };
    const histories = [
      { author, created: T, items: [] },
      { author: ada, created: LATER },
    ];
    const { facts } = await factsOf(issue({ creator: author, comments: [comment], histories }));
    expect(facts).toEqual([
      { accountId: 'ada', kind: 'comment-edited', at: at(LATER), ref: 'A-1' },
      { accountId: 'ada', kind: 'issue-changed', at: at(LATER), ref: 'A-1' },
    ]);
  });

  test('tell which accounts are apps, each once', async () => {
    const history = { author: bot, created: T, items: [] };
    const page = await factsOf(issue({ creator: bot, histories: [history, history] }), issue({}));
    expect(page.apps).toEqual(['bot']);
  });

  test('that were changed before they were made count when they were made', async () => {
    const comment = { author: ada, updateAuthor: ada, created: LATER, updated: T };
    const { facts } = await factsOf(issue({ comments: [comment] }));
    expect(facts.map(({ kind, at: moment }) => [kind, moment])).toEqual([
      ['issue-created', at('2026-01-10T10:00:00Z')],
      ['comment-added', at(LATER)],
    ]);
  });

  test.each([
    ['2026-03-02T18:00:00.000+0800', '2026-03-02T10:00:00Z'],
    ['2026-03-02T04:30:00.000-0530', '2026-03-02T10:00:00Z'],
    // The hour that Berlin has twice: only the offset tells which one it is.
    ['2025-10-26T02:30:00.000+0200', '2025-10-26T00:30:00Z'],
    ['2025-10-26T02:30:00.000+0100', '2025-10-26T01:30:00Z'],
  ])('of %s happened at %s', async (created, expected) => {
    const { facts } = await factsOf(issue({ created }));
    expect(facts).toMatchObject([{ kind: 'issue-created', at: at(expected) }]);
  });

  test.each([
    [['Attachment'], 'attachment'],
    [['Link', 'Link'], 'link'],
    [['Sprint'], 'sprint'],
    [['status', 'Sprint'], 'issue-changed'],
    [['status'], 'issue-changed'],
    [[], 'issue-changed'],
  ])('of which %j changed: %s', async (fields, kind) => {
    const histories = [{ author: ada, created: T, items: fields.map((field) => ({ field })) }];
    const { facts } = await factsOf(issue({ creator: null, histories }));
    expect(facts).toEqual([{ accountId: 'ada', kind, at: at(T), ref: 'A-1' }]);
  });
});

describe('the audit log with bad data', () => {
  const record = (id: number, more: object = {}) => ({
    id,
    created: T,
    category: 'permissions',
    summary: 'Permission scheme updated',
    authorAccountId: 'ada',
    ...more,
  });
  const sliceOf = async (body: object) => {
    const { activity, faults } = onSmallSite();
    faults.add({ match: { path: 'auditing/record' }, then: { status: 200, body } });
    return activity.readAudit(FROM, FROM + 2 * DAY);
  };

  test('counts a record that comes twice once, and one without an author for nobody', async () => {
    const records = [record(1), record(2, { authorAccountId: null }), record(1), record(3, { category: null })];
    const slice = await sliceOf({ records, total: 9_999 });
    expect(slice).toMatchObject({ records: 3, full: false });
    expect(slice.facts).toEqual([
      { accountId: 'ada', kind: 'admin-permissions', at: at(T), ref: 'audit:1' },
      { accountId: 'ada', kind: 'admin-unclear', at: at(T), ref: 'audit:3' },
    ]);
  });

  test('is full when the answer holds as much as Jira says it can', async () => {
    const records = Array.from({ length: 500 }, (_, n) => record(n));
    expect(await sliceOf({ records, limit: 500, total: 500 })).toMatchObject({ records: 500, full: true });
    expect(await sliceOf({ records, limit: 1000, total: 9_999 })).toMatchObject({ full: false });
  });

  test('asks with an explicit offset, and the order of the answer changes nothing', async () => {
    const answers = ['newest-first', 'oldest-first'].map(async (order) => {
      const { activity, jira, switches } = onSmallSite();
      switches.set('auditOrder', order);
      const slice = await activity.readAudit(FROM, FROM + 2 * DAY);
      const [exchange] = jira.traffic(0);
      expect(decodeURIComponent(exchange?.url ?? '')).toContain('from=2026-03-01T00:00:00.000+0000&to=2026-03-03T00');
      return { ...slice, facts: [...slice.facts].sort((a, b) => a.at - b.at) };
    });
    const [newest, oldest] = await Promise.all(answers);
    expect(newest).toEqual(oldest);
    expect(newest?.facts).not.toEqual([]);
  });
});

describe('reading what one person did', () => {
  test('tells it with the work item, and which work items were found', async () => {
    const { activity } = onSmallSite();
    const work = await activity.readWorkOf('joe', 89);
    expect(work).toMatchObject({ issueKeys: ['A-1'], moreComments: [], complete: true });
    expect(work.facts).toContainEqual({
      accountId: 'joe',
      kind: 'comment-edited',
      at: at('2026-03-01T10:00:00Z'),
      ref: 'A-1',
    });
    expect(work.facts.every(({ accountId }) => accountId === 'joe')).toBe(true);
  });

  test.each([
    ['there is more', { nextPageToken: 'x' }],
    ['Jira warns', { warnings: ['an account is unknown'] }],
  ])('is incomplete when %s', async (_name, more) => {
    const { activity, faults } = onSmallSite();
    const body = { issues: [issue({})], ...more };
    faults.add({ match: { path: 'search/jql' }, then: { status: 200, body } });
    expect(await activity.readWorkOf('ada', 5)).toMatchObject({ complete: false });
  });

  test('names the work items of which not all comments were there', async () => {
    const { activity, faults } = onSmallSite();
    const cut = issue({});
    Object.assign(cut.fields.comment, { total: 2 });
    faults.add({ match: { path: 'search/jql' }, then: { status: 200, body: { issues: [cut], isLast: true } } });
    expect((await activity.readWorkOf('ada', 89)).moreComments).toEqual(['A-1']);
  });
});
