import fc from 'fast-check';
import { rebase, withField } from '../../static/admin/src/features/profiles/model/draft-rebase';
import { draftOf, FIELDS, sameField } from '../../static/admin/src/features/profiles/model/profile-draft';
import { profile } from './views';

const base = draftOf(profile());

it('follows a newer version where nothing was typed, without a word', () => {
  const theirs = { ...base, displayName: 'Theirs', reclaim: false };
  expect(rebase(base, base, theirs)).toEqual({ draft: theirs, differences: [] });
});

it('keeps what was typed, takes over the rest, and names what differs', () => {
  const mine = { ...base, displayName: 'Mine' };
  const theirs = { ...base, displayName: 'Theirs', groupIds: ['other'] };
  const { draft, differences } = rebase(base, mine, theirs);
  expect(draft).toEqual({ ...base, displayName: 'Mine', groupIds: ['other'] });
  expect(differences.map(({ field }) => field)).toEqual(['displayName', 'groupIds']);
});

it('names nothing when both typed the same', () => {
  const same = { ...base, displayName: 'Same' };
  expect(rebase(base, same, same)).toEqual({ draft: same, differences: [] });
});

it('goes back and forth between yours and theirs', () => {
  const theirs = { ...base, displayName: 'Theirs' };
  expect(withField(base, 'displayName', theirs)).toEqual(theirs);
  expect(withField(theirs, 'displayName', base)).toEqual(base);
});

it('never loses a change of either side', () => {
  const draft = fc.record({
    displayName: fc.constantFrom('a', 'b', 'c'),
    connectionName: fc.constantFrom('a', 'b', 'c'),
    downloadActivity: fc.boolean(),
    analyzeFrom: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    lookBackConfirmed: fc.boolean(),
    reclaim: fc.boolean(),
    groupIds: fc.subarray(['x', 'y', 'z']),
  });
  fc.assert(
    fc.property(draft, draft, draft, (from, mine, theirs) => {
      const { draft: merged } = rebase(from, mine, theirs);
      for (const field of FIELDS) {
        const wasTyped = !sameField(field, from, mine);
        expect(sameField(field, merged, wasTyped ? mine : theirs)).toBe(true);
      }
    }),
  );
});
