import { draftOf, isChanged, onTopOf, repeated } from '../../static/admin/src/features/access/access-draft';

const base = { revision: 1, integratorGroupIds: ['a'], reclaimerGroupIds: ['b', 'c'], viewerGroupIds: [] };

it('ignores the order of groups', () => {
  expect(isChanged({ ...draftOf(base), reclaimerGroupIds: ['c', 'b'] }, base)).toBe(false);
  expect(isChanged({ ...draftOf(base), viewerGroupIds: ['v'] }, base)).toBe(true);
});

it('names groups with several roles, and the one that counts', () => {
  const draft = { integratorGroupIds: ['a'], reclaimerGroupIds: ['b', 'a'], viewerGroupIds: ['b', 'v'] };
  expect(repeated(draft)).toEqual([
    { groupId: 'a', counts: 'Integrator' },
    { groupId: 'b', counts: 'Reclaimer' },
  ]);
});

it('puts own changes on top of somebody else’s', () => {
  const mine = { ...draftOf(base), reclaimerGroupIds: ['b', 'mine'] };
  const theirs = {
    revision: 2,
    integratorGroupIds: [],
    reclaimerGroupIds: ['b', 'c', 'theirs'],
    viewerGroupIds: ['v'],
  };
  expect(onTopOf(theirs, base, mine)).toEqual({
    integratorGroupIds: [],
    reclaimerGroupIds: ['b', 'theirs', 'mine'],
    viewerGroupIds: ['v'],
  });
});
