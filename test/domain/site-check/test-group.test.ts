import fc from 'fast-check';
import { isHarmlessGroup } from '../../../src/domain/site-check/test-group';

const NOTHING = new Set<string>();
const harmless = {
  id: 'g-test',
  memberIds: ['u-tester'],
  hasMore: false,
  seatGroupIds: new Set(['g-seat']),
  administrators: { admin: new Set(['g-admin']), siteAdmin: new Set(['g-site']) },
};

test('a group that gives nothing, with nobody but the tester, may be changed', () => {
  expect(isHarmlessGroup('u-tester', harmless)).toBe(true);
  expect(isHarmlessGroup('u-tester', { ...harmless, memberIds: [] })).toBe(true);
});

test.each([
  ['a group that gives a seat', { ...harmless, id: 'g-seat' }],
  ['a group of administrators', { ...harmless, id: 'g-admin' }],
  ['a group of site administrators', { ...harmless, id: 'g-site' }],
  ['a group with somebody else', { ...harmless, memberIds: ['u-tester', 'u-other'] }],
  ['a group that was not read to its end', { ...harmless, hasMore: true }],
])('%s may not', (_what, facts) => {
  expect(isHarmlessGroup('u-tester', facts)).toBe(false);
});

test('whoever is in it: with a stranger it is never touched', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.boolean(), (others, withTester) => {
      const memberIds = [...others.filter((each) => each !== 'u-tester'), ...(withTester ? ['u-tester'] : [])];
      fc.pre(memberIds.some((each) => each !== 'u-tester'));
      const facts = { ...harmless, memberIds, seatGroupIds: NOTHING };
      expect(isHarmlessGroup('u-tester', facts)).toBe(false);
    }),
  );
});
