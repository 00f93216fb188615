import { noActivity } from '../../src/domain/activity';
import { withFound } from '../../src/domain/found-activity';

test('what was found is joined to whoever is known, and to whoever is not', () => {
  const facts = [{ accountId: 'u-1', kind: 'comment-added', at: 5, ref: 'A-1' }] as const;
  const people = withFound(
    [{ ...noActivity('u-1'), unreadUntil: 3 }, noActivity('u-2')],
    [
      { accountId: 'u-1', facts, access: [], unreadUntil: 2 },
      { accountId: 'u-3', facts: [], access: [['jira-software', 7]], unreadUntil: null },
    ],
  );
  expect(people).toEqual([
    { ...noActivity('u-1'), lastByKind: { 'comment-added': { at: 5, ref: 'A-1' } }, unreadUntil: 3 },
    noActivity('u-2'),
    { ...noActivity('u-3'), assignedTo: [['jira-software', 7]] },
  ]);
});
