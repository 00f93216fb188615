import fc from 'fast-check';
import { APP_ROLES, hasGrants, NO_GRANTS, rolesOf } from '../../src/domain/app-role';
import { crawlCost } from '../../src/domain/search-plan';
import { addEstimates, estimateActivity, estimateDownload } from '../../src/domain/cost-estimate';
import { checkOperator, operatorProblem, type OperatorFacts } from '../../src/domain/reclaim-operator';
import { groupId, NOW } from './arbitraries';

describe('roles in the app', () => {
  const grants = { ...NO_GRANTS, integratorGroupIds: ['g-1'], reclaimerGroupIds: ['g-2'], viewerGroupIds: ['g-3'] };

  test.each([
    [[], []],
    [['g-4'], []],
    [['g-3'], ['viewer']],
    [
      ['g-2', 'g-3'],
      ['reclaimer', 'viewer'],
    ],
    [
      ['g-3', 'g-1'],
      ['integrator', 'reclaimer', 'viewer'],
    ],
  ])('groups %j give %j', (groups, roles) => expect(rolesOf(groups, grants)).toEqual(roles));

  test('include every role below, and never that of an administrator', () => {
    const some = fc.uniqueArray(groupId);
    fc.assert(
      fc.property(some, some, some, some, (mine, integratorGroupIds, reclaimerGroupIds, viewerGroupIds) => {
        const roles = rolesOf(mine, { revision: 1, integratorGroupIds, reclaimerGroupIds, viewerGroupIds });
        expect(APP_ROLES.slice(APP_ROLES.length - roles.length)).toEqual(roles);
        expect(roles).not.toContain('administrator');
      }),
    );
  });

  test('nobody was given anything to begin with', () => {
    expect(hasGrants(NO_GRANTS)).toBe(false);
    expect(hasGrants({ ...NO_GRANTS, viewerGroupIds: ['g-1'] })).toBe(true);
  });
});

describe('the reclaim operator', () => {
  const facts: OperatorFacts = {
    person: { active: true, groupIds: ['g-site'] },
    administrators: { admin: new Set(['g-site', 'g-admin']), siteAdmin: new Set(['g-site']) },
    siteAdministratorIds: new Set(['u-1', 'u-2']),
  };

  test.each<[string, Partial<OperatorFacts>, boolean]>([
    ['a site administrator', {}, true],
    ['somebody unknown', { person: undefined }, false],
    ['somebody deactivated', { person: { active: false, groupIds: ['g-site'] } }, false],
    ['an administrator of Jira only', { person: { active: true, groupIds: ['g-admin'] } }, false],
    ['nobody special', { person: { active: true, groupIds: [] } }, false],
  ])('%s may act: %#', (_name, change, may) => {
    expect(operatorProblem({ ...facts, ...change }) === null).toBe(may);
  });

  test('is warned about being the only one', () => {
    expect(checkOperator(facts, NOW)).toEqual({ at: NOW, problem: null, warning: null });
    const alone = checkOperator({ ...facts, siteAdministratorIds: new Set(['u-1']) }, NOW);
    expect(alone.problem).toBeNull();
    expect(alone.warning).toMatch(/only site administrator/);
  });
});

describe('estimates', () => {
  const BUDGET = 40_000;

  test('50,000 memberships in 10 groups cost two points each, and a wait for the next hours', () => {
    expect(estimateDownload(50_000, 10, 40_000)).toEqual({ requests: 1003, points: 101_003, seconds: 150 + 2 * 3600 });
    expect(estimateDownload(50_000, 10, 20_000).seconds).toBe(150 + 5 * 3600);
  });

  test('never shrink when there is more to read, and add up', () => {
    const size = fc.nat(200_000);
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 365 }), (a, b, days) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(estimateActivity(crawlCost(small), days, BUDGET).points).toBeLessThanOrEqual(
          estimateActivity(crawlCost(large), days, BUDGET).points,
        );
        expect(estimateDownload(small, 1, BUDGET).seconds).toBeLessThanOrEqual(
          estimateDownload(large, 1, BUDGET).seconds,
        );
        const sum = addEstimates(estimateActivity(crawlCost(a), days, BUDGET), estimateDownload(b, 1, BUDGET), BUDGET);
        expect(sum.points).toBe(
          estimateActivity(crawlCost(a), days, BUDGET).points + estimateDownload(b, 1, BUDGET).points,
        );
      }),
    );
  });
});
