import { automaticRule } from '../../src/domain/reclamation-rule';
import { candidateLock, freezeLock, protectionLock, reviewLock } from '../../src/domain/rule-lock';

const rule = automaticRule('p-1', { key: 'jira-software', name: 'Jira' });
const confirmed = { ...rule, review: { at: 1, by: 'u-9' } };

test('a rule locks its candidates until a person confirmed it', () => {
  const candidate = { ruleId: rule.id, source: 'rule', inactiveDays: 70 } as const;
  expect(reviewLock(rule)).toContain(rule.name);
  expect(candidateLock(candidate, [rule])).toBe(reviewLock(rule));
  expect(candidateLock(candidate, [confirmed])).toBeUndefined();
});

test('a candidate whose rule is gone stays locked', () => {
  expect(candidateLock({ ruleId: 'r-0', source: 'rule', inactiveDays: 70 }, [confirmed])).toBeDefined();
});

test('a candidate that a person proposed needs no confirmed rule', () => {
  expect(candidateLock({ ruleId: rule.id, source: 'hand', inactiveDays: 70 }, [rule])).toBeUndefined();
});

test.each([
  ['u-1', ['g-1'], 'person'],
  ['u-2', ['g-7'], 'group'],
  ['u-2', ['g-1'], undefined],
])('%s in %s is protected as a %s', (accountId, groupIds, expected) => {
  const protecting = { ...confirmed, protectedAccountIds: ['u-1'], protectedGroupIds: ['g-7'] };
  const lock = protectionLock({ accountId, groupIds }, [confirmed, protecting]);
  if (expected === undefined) expect(lock).toBeUndefined();
  else expect(lock).toContain(expected);
});

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
test.each([
  ['not before it is that day on Kiritimati', -14 * HOUR_MS - 1, ['jira-software'], false],
  ['from its first moment there', -14 * HOUR_MS, ['jira-software'], true],
  ['to its last one anywhere', DAY_MS + 12 * HOUR_MS - 1, ['jira-servicedesk', 'jira-software'], true],
  ['not after it', DAY_MS + 12 * HOUR_MS, ['jira-software'], false],
  ['not for another application', 0, ['jira-servicedesk'], false],
])('a freeze holds %s', (_name, after, roleKeys, isHeld) => {
  const from = Date.parse('2026-12-24T00:00:00.000Z');
  const lock = freezeLock([rule, { ...rule, freeze: { from, until: from + DAY_MS } }], roleKeys, from + after);
  if (isHeld) expect(lock).toContain('nobody’s seat on 2026-12-24.');
  else expect(lock).toBeUndefined();
});
