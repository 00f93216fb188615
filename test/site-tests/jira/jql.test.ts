/* eslint @typescript-eslint/no-unsafe-assignment: "off", @typescript-eslint/no-unsafe-call: "off", @typescript-eslint/no-unsafe-member-access: "off", @typescript-eslint/no-unsafe-return: "off" -- answers have every shape, and the assertions check it */
import { APP, generated, person, siteOf } from './fixture';

describe('JQL', () => {
  const site = siteOf();
  const search = async (jql: string, as = person('ada')) => {
    const { status, body } = await site.call('POST', 'search/jql', { jql, fields: ['key'], maxResults: 100 }, { as });
    return status === 200
      ? (body.issues as { key: string }[]).map(({ key }) => key).sort()
      : [status, body.errorMessages?.[0] ?? body.notModeled];
  };
  const ALL = ['A-1', 'A-2', 'B-1', 'B-2'];

  it.each([
    ['creator = sue', ['A-1']],
    ['creator != sue', ['A-2', 'B-1']], // nobody is not somebody else
    ['NOT creator = sue', ['A-2', 'B-1']],
    ['creator is EMPTY', ['B-2']],
    ['reporter in (sue, tim)', ['A-1', 'A-2']],
    ['reporter not in (sue, tim)', ['B-1']],
    ['project = A', ['A-1', 'A-2']],
    ['project != A', ['B-1', 'B-2']],
    ['key = A-1', ['A-1']],
    ['id = 10001', ['A-2']],
    ['issuekey in (A-1, B-1)', ['A-1', 'B-1']],
    ['worklogAuthor = sue', ['A-2']],
    ['worklogAuthor = tim', []],
    ['worklogAuthor is not EMPTY', ['A-2']],
    ['worklogDate >= "2026-02-20" AND worklogDate <= "2026-02-20"', ['A-2']], // the day the work started, not when logged
    ['worklogDate >= "2026-02-21"', []],
    ['created >= "2026-03-01"', ['B-1', 'B-2']],
    ['updated < "2026/03/01 12:00"', ['A-1', 'B-1']],
    ['updated >= -40d AND updated < -10d', ['A-1', 'A-2', 'B-1']],
    ['updated >= -2h', ['B-2']],
    ['updated >= -4w', ['A-2', 'B-2']],
    ['created is not EMPTY', ALL],
    ['updated is EMPTY', []],
    ['(project = A OR project = B) AND NOT (creator = sue OR creator = tim)', ['B-1']],
    ['issuekey in updatedBy(sue)', ['A-1']],
    ['issuekey in updatedBy(joe)', ['A-1']], // the last edit of somebody's comment
    ['issuekey in updatedBy(joe, "2026-03-02")', []],
    ['issuekey in updatedBy(joe, "2026-03-01", "2026-03-02")', ['A-1']], // from inclusive, to exclusive
    ['issuekey in updatedBy(joe, "2026-02-01", "2026-03-01")', []],
    ['issuekey in updatedBy(tim, "2026/01/11", "2026/01/12")', ['A-1']],
    ['issuekey in updatedBy(ada, "-60d")', ['A-1']],
    ['issuekey in updatedBy(ada, "-1h")', []],
    ['issuekey in updatedBy(sue, "2026-03-01")', []], // her worklog does not count
    ['issuekey not in updatedBy(sue)', ['A-2', 'B-1', 'B-2']],
    ['creator = currentUser() OR worklogAuthor = currentUser()', []],
  ])('%s', async (jql, expected) => {
    expect(await search(jql)).toEqual(expected);
  });

  it('rounds the days of updatedBy in the searching person’s time zone', async () => {
    // 2026-03-31T12:00Z is the 31st in Amsterdam; the day starts at 22:00Z of the 30th.
    expect(await search('issuekey in updatedBy(sue, "2026-01-12")')).toEqual(['A-1']);
    expect(await search('issuekey in updatedBy(sue, "2026-01-10", "2026-01-11")')).toEqual(['A-1']);
  });

  it('hides restricted issues from the app and everything from people without a product', async () => {
    expect(await search('created >= "2020-01-01"', APP as never)).toEqual(['A-1', 'A-2', 'B-2']);
    expect(await search('created >= "2020-01-01"', person('nil'))).toEqual([]);
  });

  it.each([
    ['nonsense = 1', 400, "Field 'nonsense' does not exist or you do not have permission to view it."],
    ['creator = nobody', 400, "The value 'nobody' does not exist for the field 'creator'."],
    ['issuekey in updatedBy(nobody)', 400, "The value 'nobody' does not exist for the field 'issuekey'."],
    ['issuekey in updatedBy(currentUser())', 400, expect.stringContaining('JQL')],
    ['project = Z', 400, "The value 'Z' does not exist for the field 'project'."],
    ['updated >= yesterday', 400, expect.stringContaining('invalid')],
    ['updated >= ', 400, expect.stringContaining('JQL')],
    ['order by created', 400, expect.stringContaining('Unbounded')],
    ['', 400, expect.stringContaining('Unbounded')],
    ['creator > sue', 400, expect.stringContaining('operator')],
    [
      'project = A order by created, updated, id, key, project, creator, reporter, created',
      400,
      'JQL can be ordered by at most 7 fields.',
    ],
    ['status = Done', 501, "the JQL field 'status'"],
    ['creator was sue', 501, expect.any(String)],
    ['project in projectsLeadByUser()', 501, expect.any(String)],
    ['worklogAuthor != sue', 501, expect.any(String)],
    ['created >= startOfMonth()', 501, expect.any(String)],
  ])('refuses %s', async (jql, status, message) => {
    expect(await search(jql)).toEqual([status, message]);
  });

  it('orders', async () => {
    const keys = async (jql: string) =>
      (await site.call('POST', 'search/jql', { jql, fields: ['key'] })).body.issues.map(
        (issue: { key: string }) => issue.key,
      );
    expect(await keys('project in (A, B) order by updated asc')).toEqual(['B-1', 'A-1', 'A-2', 'B-2']);
    expect(await keys('project in (A, B) order by project desc, key asc')).toEqual(['B-1', 'B-2', 'A-1', 'A-2']);
    expect(await keys('project in (A, B)')).toEqual(['B-2', 'B-1', 'A-2', 'A-1']);
  });

  it('warns when a query has more updatedBy() than the site allows', async () => {
    const other = siteOf();
    other.switches.set('updatedByLimit', 1);
    const jql = 'issuekey in updatedBy(joe) OR issuekey in updatedBy(sue)';
    const { body } = await other.call('POST', 'search/jql', { jql });
    expect(body.warnings).toEqual([
      { type: 'JQL_FUNCTION_LIMIT_EXCEEDED', details: expect.objectContaining({ limit: 1, actual: 2 }) },
    ]);
  });

  it('tells which issues match which queries', async () => {
    const { body } = await site.call('POST', 'jql/match', {
      issueIds: [10000, 10001, 99],
      jqls: ['creator = sue', 'x = 1'],
    });
    expect(body.matches).toEqual([
      { matchedIssues: [10000], errors: [] },
      { matchedIssues: [], errors: [expect.stringContaining("'x'")] },
    ]);
  });

  it('finds people in a generated site whose accounts have colons', async () => {
    const big = siteOf(generated());
    const accountId = big.data.users.find((user) => user.accountId.includes(':'))?.accountId ?? '';
    const { status } = await big.call('POST', 'search/jql', { jql: `creator = "${accountId}"` }, { as: APP });
    expect(status).toBe(200);
  });
});
