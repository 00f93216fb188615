import fc from 'fast-check';
import { exclusionId, findExclusion, type ExclusionRule, type ExclusionTarget } from '../../src/domain/exclusion-rule';
import { NOW } from './arbitraries';

const account = fc.constantFrom('u-1', 'u-2', 'u-3');
const role = fc.constantFrom('jira-software', 'jira-servicedesk');
const target: fc.Arbitrary<ExclusionTarget> = fc.oneof(
  fc.record({ kind: fc.constant('user' as const), accountId: account }),
  fc.record({ kind: fc.constant('identifier' as const), roleKey: role }),
);
const rule: fc.Arbitrary<ExclusionRule> = fc.tuple(target, fc.boolean()).map(([about, active]) => ({
  id: exclusionId(about),
  revision: 1,
  target: about,
  active,
  createdAt: NOW,
  createdBy: 'u-9',
  changedAt: NOW,
  changedBy: 'u-9',
}));

test('a seat is excluded exactly when an active rule is about its person or its application', () => {
  fc.assert(
    fc.property(fc.array(rule), account, role, (rules, accountId, roleKey) => {
      const about = ({ target: of }: ExclusionRule) =>
        of.kind === 'user' ? of.accountId === accountId : of.roleKey === roleKey;
      const found = findExclusion({ accountId, roleKey }, rules);
      expect(found !== undefined).toBe(rules.some((each) => each.active && about(each)));
      if (found) expect(found.active && about(found)).toBe(true);
    }),
  );
});

test('what is said of the person comes before what is said of the application', () => {
  fc.assert(
    fc.property(fc.array(rule), account, role, (rules, accountId, roleKey) => {
      const ofPerson = rules.some((each) => each.active && each.id === `user.${accountId}`);
      const found = findExclusion({ accountId, roleKey }, rules);
      fc.pre(found !== undefined);
      expect(found.target.kind === 'user').toBe(ofPerson);
    }),
  );
});
