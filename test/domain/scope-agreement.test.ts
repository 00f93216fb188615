import { agreementTo } from '../../src/domain/scope-agreement';

test.each([
  [['write:group:jira'], 'agreed'],
  [['read:jira-work'], 'not-agreed'],
  [undefined, 'unknown'],
] as const)('of %j the scope is %s', (agreed, agreement) => {
  expect(agreementTo('write:group:jira', agreed)).toBe(agreement);
});
