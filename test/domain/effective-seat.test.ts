import fc from 'fast-check';
import { planRemoval } from '../../src/domain/effective-seat';
import type { AdministratorGroups } from '../../src/domain/jira-group';
import { groupId } from './arbitraries';

const roles = [
  { key: 'jira-software', name: 'Jira', groupIds: ['g-1', 'g-2', 'g-3'] },
  { key: 'jira-servicedesk', name: 'JSM', groupIds: ['g-3', 'g-4'] },
];
const nobody: AdministratorGroups = { admin: new Set(), siteAdmin: new Set() };
const plan = (groups: string[], selected: string[], administrators = nobody) =>
  planRemoval(groups, 'jira-software', roles, selected, administrators);

describe('planning a removal', () => {
  test('takes every group that gives the seat and leaves the others', () => {
    expect(plan(['g-1', 'g-2', 'g-5'], ['g-1', 'g-2'])).toEqual({
      kind: 'remove',
      groupIds: ['g-1', 'g-2'],
      alsoLoses: [],
    });
  });

  test('tells which other application is lost with a shared group', () => {
    expect(plan(['g-3'], ['g-3'])).toEqual({ kind: 'remove', groupIds: ['g-3'], alsoLoses: ['jira-servicedesk'] });
    expect(plan(['g-3', 'g-4'], ['g-3'])).toMatchObject({ kind: 'remove', alsoLoses: [] });
  });

  test('a group outside the selection keeps the seat alive, so nothing is removed', () => {
    expect(plan(['g-1', 'g-2'], ['g-1'])).toEqual({ kind: 'kept-alive', groupIds: ['g-2'] });
  });

  test.each([
    ['without any group', []],
    ['with other groups only', ['g-4', 'g-5']],
  ])('there is no seat %s', (_name, groups) => expect(plan(groups, ['g-1'])).toEqual({ kind: 'no-seat' }));

  test('an unknown application has no seats', () => {
    expect(planRemoval(['g-1'], 'unheard-of', roles, ['g-1'], nobody)).toEqual({ kind: 'no-seat' });
  });

  test.each(['admin', 'siteAdmin'] as const)('members of a %s group are left alone', (kind) => {
    const administrators = { ...nobody, [kind]: new Set(['g-5']) };
    expect(plan(['g-1', 'g-5'], ['g-1'], administrators)).toEqual({ kind: 'administrator', groupIds: ['g-5'] });
  });

  test('a group that Jira refused to change before is not tried again, nor are the others', () => {
    const managed = new Set(['g-2']);
    expect(planRemoval(['g-1', 'g-2'], 'jira-software', roles, ['g-1', 'g-2'], nobody, managed)).toEqual({
      kind: 'externally-managed',
      groupIds: ['g-2'],
    });
    expect(planRemoval(['g-1', 'g-5'], 'jira-software', roles, ['g-1'], nobody, managed)).toMatchObject({
      kind: 'remove',
    });
  });

  test('never touches a group outside the selection or an administrators’ group, and never half of them', () => {
    const some = fc.uniqueArray(groupId);
    fc.assert(
      fc.property(some, some, some, some, (groups, selected, admin, siteAdmin) => {
        const administrators = { admin: new Set(admin), siteAdmin: new Set(siteAdmin) };
        const planned = plan(groups, selected, administrators);
        fc.pre(planned.kind === 'remove');
        expect(planned.groupIds.length).toBeGreaterThan(0);
        for (const id of planned.groupIds) {
          expect(groups).toContain(id);
          expect(selected).toContain(id);
          expect([...admin, ...siteAdmin]).not.toContain(id);
        }
        const remaining = groups.filter((id) => !planned.groupIds.includes(id));
        expect(planRemoval(remaining, 'jira-software', roles, selected, administrators)).toEqual({ kind: 'no-seat' });
        for (const key of planned.alsoLoses) {
          expect(planRemoval(remaining, key, roles, selected, nobody)).toEqual({ kind: 'no-seat' });
        }
      }),
      { numRuns: 300, maxSkipsPerRun: 10_000 },
    );
  });
});
