import { entriesOf, type FoundIssue } from '../../static/admin/src/api/jira-entries';
import { byDay } from '../../static/admin/src/components/person-activity/event-days';

const me = { accountId: 'u-1' };
const other = { accountId: 'u-2' };
const SINCE = Date.parse('2026-09-01T00:00:00Z');

const issue = (change: Partial<FoundIssue['fields']> = {}, changelog?: FoundIssue['changelog']): FoundIssue => ({
  key: 'A-1',
  fields: { created: '2026-09-02T10:00:00.000+0200', creator: other, ...change },
  ...(changelog ? { changelog } : {}),
});
const comment = (by: object, created: string, updated = created, updateAuthor = by) => ({
  author: by,
  updateAuthor,
  created,
  updated,
});

test('lists what the person created, commented, edited and changed, and nothing of others', () => {
  const comments = [
    comment(me, '2026-09-03T10:00:00.000+0000'),
    comment(other, '2026-09-03T11:00:00.000+0000', '2026-09-04T11:00:00.000+0000', me),
    comment(other, '2026-09-03T12:00:00.000+0000'),
  ];
  const histories = [
    { created: '2026-09-05T10:00:00.000+0000', author: me },
    { created: '2026-09-05T11:00:00.000+0000', author: null },
  ];
  const given = issue({ creator: me, comment: { comments, total: 3 } }, { histories, total: 2 });
  const { entries, isCut } = entriesOf(given, 'u-1', SINCE);
  expect(entries.map(({ what, at }) => [what, at])).toEqual([
    ['Created', '2026-09-02T08:00:00.000Z'],
    ['Commented on', '2026-09-03T10:00:00.000Z'],
    ['Edited a comment on', '2026-09-04T11:00:00.000Z'],
    ['Changed', '2026-09-05T10:00:00.000Z'],
  ]);
  expect(isCut).toBe(false);
});

test('leaves out what is older, and says when Jira did not show everything', () => {
  const comments = [comment(me, '2026-08-01T10:00:00.000+0000')];
  expect(entriesOf(issue({ comment: { comments, total: 30 } }), 'u-1', SINCE)).toEqual({ entries: [], isCut: true });
  expect(entriesOf(issue({}, { histories: [], total: 1 }), 'u-1', SINCE).isCut).toBe(true);
});

test('events stand below their day, in their order', () => {
  const { entries } = entriesOf(issue({ creator: me }), 'u-1', SINCE);
  const [event] = entries;
  if (!event) throw new Error('no entry');
  const later = { ...event, at: '2026-09-02T20:00:00.000Z' };
  const next = { ...event, at: '2026-09-01T08:00:00.000Z' };
  expect(byDay([later, event, next], (at) => at.slice(0, 10))).toEqual([
    { day: '2026-09-02', events: [later, event] },
    { day: '2026-09-01', events: [next] },
  ]);
});
