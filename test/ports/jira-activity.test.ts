import type { ActivityFact } from '../../src/domain/activity';
import { DAY } from '../../src/domain/instant';
import { parseDataFile } from '../site/jira';
import { withLine } from '../site-tests/jira/small-site';
import { onSmallSite, type SmallSite } from './jira-platform';

const at = (text: string) => Date.parse(text);

/** A work item with worklogs of one moment. */
function importOf(count: number, moment: number): object {
  const time = new Date(moment).toISOString();
  const worklogs = Array.from({ length: count }, (_, n) => {
    return { id: `${9000 + n}`, author: 'tim', created: time, started: time, updated: time };
  });
  const work = { key: 'A-99', project: 'A', created: time, creator: 'tim', comments: [], histories: [], worklogs };
  return { kind: 'issue', ...work };
}
const START = at('2026-01-01T00:00:00Z');

async function allFacts({ activity }: SmallSite): Promise<ActivityFact[]> {
  const facts: ActivityFact[] = [];
  for (let page: string | null = null, first = true; first || page !== null; first = false) {
    const answer = await activity.readIssues(START, page);
    facts.push(...answer.facts);
    for (const { issueKey, comments, changes } of answer.truncated) {
      const readers = [
        ...(comments ? [(from: number) => activity.readComments(issueKey, from)] : []),
        ...(changes ? [(from: number) => activity.readChanges(issueKey, from)] : []),
      ];
      for (const read of readers) {
        for (let from: number | null = 0; from !== null;) {
          const rest = await read(from);
          facts.push(...rest.facts);
          from = rest.nextStartAt;
        }
      }
    }
    page = answer.nextPage;
  }
  return facts;
}

const EXPECTED: readonly [string, string, string, string][] = [
  ['sue', 'issue-created', '2026-01-10T10:00:00Z', 'A-1'],
  ['tim', 'comment-added', '2026-01-11T10:00:00Z', 'A-1'],
  ['joe', 'comment-edited', '2026-03-01T10:00:00Z', 'A-1'],
  ['sue', 'issue-changed', '2026-01-12T10:00:00Z', 'A-1'],
  ['ada', 'issue-changed', '2026-02-12T10:00:00Z', 'A-1'],
  ['tim', 'issue-created', '2026-02-01T10:00:00Z', 'A-2'],
  ['sue', 'worklog', '2026-03-20T10:00:00Z', 'A-2'],
];
const expectedFacts = EXPECTED.map(([accountId, kind, time, ref]) => ({ accountId, kind, at: at(time), ref }));

describe('evidence of work in a real-looking Jira', () => {
  test('is credited to whoever did it, edits to the editor', async () => {
    const facts = await allFacts(onSmallSite());
    expect(facts).toEqual(expect.arrayContaining(expectedFacts));
  });

  test('is the same however little of an issue fits into a search answer', async () => {
    const site = onSmallSite();
    site.switches.set('inlineComments', 0);
    const whole = new Set((await allFacts(site)).map((fact) => JSON.stringify(fact)));
    site.switches.set('inlineComments', 1);
    site.switches.set('inlineChangelog', 1);
    expect(new Set((await allFacts(site)).map((fact) => JSON.stringify(fact)))).toEqual(whole);
  });

  test('in worklogs counts when it was logged', async () => {
    const { activity } = onSmallSite();
    const page = await activity.readWorklogs(START);
    expect(page).toMatchObject({ worklogs: 1, nextSince: null });
    expect(page.facts).toContainEqual({ accountId: 'sue', kind: 'worklog', at: at('2026-03-20T10:00:00Z'), ref: null });
    expect(await activity.readWorklogs(at('2026-03-21T00:00:00Z'))).toMatchObject({ worklogs: 0, facts: [] });
  });

  test('in worklogs is read to the end, and more of one moment than a page holds are told', async () => {
    const imported = at('2026-03-10T10:00:00Z');
    const { activity } = onSmallSite(undefined, parseDataFile(withLine('end', importOf(1500, imported))));
    const read: (string | undefined)[] = [];
    const lost: number[] = [];
    for (let since: number | null = START; since !== null;) {
      const page = await activity.readWorklogs(since);
      read.push(...page.facts.map(({ accountId }) => accountId));
      if (page.lostAt !== null) lost.push(page.lostAt);
      since = page.nextSince;
    }
    expect(new Set(read)).toEqual(new Set(['tim', 'sue']));
    expect(new Set(lost)).toEqual(new Set([imported]));
  });

  test('in the audit log is administration, and assignments are told apart', async () => {
    const { activity } = onSmallSite();
    const slice = await activity.readAudit(at('2026-03-01T00:00:00Z'), at('2026-03-03T00:00:00Z'));
    expect(slice).toMatchObject({ records: 2, full: false });
    expect(slice.facts.map(({ accountId }) => accountId).sort()).toEqual(['ada', 'joe']);
    const groups = [{ id: 'more', name: 'contractors' }];
    expect(slice.assignments).toEqual([{ accountId: 'sue', at: at('2026-03-02T08:00:00Z'), groups }]);
  });

  test('in an audit log of another language is unclear, and whoever it names may have been given access', async () => {
    const { activity, switches } = onSmallSite();
    switches.set('auditLanguage', 'other');
    const slice = await activity.readAudit(at('2026-03-01T00:00:00Z'), at('2026-03-03T00:00:00Z'));
    const kinds = slice.facts.map(({ accountId, kind }) => [accountId, kind]).sort();
    expect(kinds).toEqual([
      ['ada', 'admin-unclear'],
      ['joe', 'admin-workflows'], // the type of the object tells
    ]);
    expect(slice.assignments).toEqual([{ accountId: 'sue', at: at('2026-03-02T08:00:00Z'), groups: [] }]);
    expect(slice.notUnderstood).toEqual([at('2026-03-02T08:00:00Z')]);
  });

  test.each([
    ['a number', 7, { assigned: ['7'], unread: 0 }],
    ['missing', undefined, { assigned: [], unread: 1 }],
    ['empty', '', { assigned: [], unread: 1 }],
    ['an object', { id: 'sue' }, { assigned: [], unread: 1 }],
  ])('never loses who was given access: an id that is %s is read, or its entry is not', async (_what, id, expected) => {
    const { activity, faults } = onSmallSite();
    const user = { id, name: 'Sue', typeName: 'USER' };
    const record = { id: 1, created: '2026-03-02T08:00:00.000+0000', category: 'group management', objectItem: user };
    const records = [{ ...record, summary: 'User added to group', associatedItems: [] }];
    faults.add({ match: { path: 'auditing/record' }, then: { status: 200, body: { limit: 1000, records } } });
    const { assignments, unread } = await activity.readAudit(at('2026-03-01T00:00:00Z'), at('2026-03-03T00:00:00Z'));
    expect({ assigned: assignments.map(({ accountId }) => accountId), unread }).toEqual(expected);
  });

  test('day by day the audit log gives the same as at once', async () => {
    const { activity } = onSmallSite();
    const from = at('2026-02-25T00:00:00Z');
    const whole = await activity.readAudit(from, from + 10 * DAY);
    const days = await Promise.all(
      Array.from({ length: 10 }, (_, n) => activity.readAudit(from + n * DAY, from + (n + 1) * DAY)),
    );
    const facts = new Set(days.flatMap((day) => day.facts).map((fact) => JSON.stringify(fact)));
    expect(facts).toEqual(new Set(whole.facts.map((fact) => JSON.stringify(fact))));
  });

  test('can be counted before it is read', async () => {
    expect(await onSmallSite().activity.countIssues(START)).toBeGreaterThanOrEqual(3);
  });
});

describe('looking for any trace of one person', () => {
  test.each([
    ['sue', 40, 'seen'], // by a worklog
    ['joe', 40, 'seen'], // edited a comment
    ['tim', 30, 'none'],
    ['tim', 89, 'seen'],
    ['nil', 89, 'none'],
  ] as const)('%s in the last %d days: %s', async (accountId, days, expected) => {
    expect(await onSmallSite().activity.probe(accountId, days)).toBe(expected);
  });

  test.each([400, 403])('is unclear when Jira refuses the question (%d)', async (status) => {
    const { activity, faults } = onSmallSite();
    faults.add({ match: { path: 'search/jql' }, then: { status } });
    expect(await activity.probe('sue', 60)).toBe('unclear');
  });

  test('is unclear when the answer is empty but warns, or is cut short', async () => {
    const { activity, faults } = onSmallSite();
    const warned = { issues: [], isLast: true, warnings: ['an account is unknown'] };
    faults.add({ match: { path: 'search/jql' }, then: { status: 200, body: warned } });
    expect(await activity.probe('tim', 5)).toBe('unclear');
    faults.clear();
    faults.add({ match: { path: 'search/jql' }, then: { status: 200, body: { issues: [], nextPageToken: 'x' } } });
    expect(await activity.probe('tim', 5)).toBe('unclear');
  });

  test.each([429, 503])('fails when Jira can’t answer (%d): that is no answer', async (status) => {
    const { activity, faults } = onSmallSite();
    faults.add({ match: { path: 'search/jql' }, then: { status } });
    await expect(activity.probe('sue', 60)).rejects.toMatchObject({ code: expect.stringMatching(/jira-/) as string });
  });
});
