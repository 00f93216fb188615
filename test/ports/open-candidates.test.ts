import fc from 'fast-check';
import { isOpen, moveCandidate } from '../../src/domain/removal-candidate';
import { PLATFORMS } from './platforms';
import { candidate } from './records';

describe.each(PLATFORMS)('the open candidates of a person %s', (_name, make) => {
  test('are found by the person, and no longer once they are closed', async () => {
    const stores = make();
    const { candidates } = stores;
    const sample = fc.sample(candidate, { numRuns: 12, seed: 11 });
    const all = sample.map((each, n) => ({ ...each, number: `RC000000${n}`, accountId: n % 3 === 0 ? 'u-1' : 'u-2' }));
    await candidates.createAll(all);
    const open = all.filter(({ state, accountId }) => isOpen(state) && accountId === 'u-1');
    const numbers = async () => (await candidates.listOpenOf('u-1')).map(({ number }) => number).sort();
    expect(await numbers()).toEqual(open.map(({ number }) => number).sort());
    stores.lag();
    for (const each of open)
      await candidates.replace(moveCandidate(each, 'Closed Canceled', { at: each.openedAt, text: 'Seen.', by: null }));
    stores.catchUp();
    expect(await numbers()).toEqual([]);
    expect(await candidates.listOpenOf('u-nobody')).toEqual([]);
  });
});
