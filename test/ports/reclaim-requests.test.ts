import fc from 'fast-check';
import type { ReclaimRequest } from '../../src/domain/reclaim-request';
import { accountId, instant } from '../domain/arbitraries';
import { PLATFORMS } from './platforms';

const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const request: fc.Arbitrary<ReclaimRequest> = fc.record({
  id,
  profileId: fc.constant('p-1'),
  by: accountId,
  at: instant,
  numbers: fc.array(fc.stringMatching(/^RC\d{7}$/), { maxLength: 5 }),
  decision: fc.option(
    fc.record({
      kind: fc.constantFrom('approved', 'declined', 'withdrawn'),
      at: instant,
      by: accountId,
      note: fc.string(),
    }),
  ),
});

describe.each(PLATFORMS)('requests for approval %s', (_name, make) => {
  test('come back as they were stored, for their profile only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 3 }), async (requests) => {
        const { reclaimRequests } = make();
        const stored = await reclaimRequests.replace('p-1', { revision: 0, requests });
        expect(stored).toEqual({ revision: 1, requests });
        expect(await reclaimRequests.find('p-1')).toEqual(stored);
        expect(await reclaimRequests.find('p-2')).toEqual({ revision: 0, requests: [] });
      }),
      { numRuns: 20 },
    );
  });

  test('are changed only from the revision that is there: of two at the same moment one loses', async () => {
    const { reclaimRequests } = make();
    const first = await reclaimRequests.replace('p-1', { revision: 0, requests: [] });
    const both = await Promise.allSettled([1, 2].map(() => reclaimRequests.replace('p-1', first)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(reclaimRequests.replace('p-1', first)).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await reclaimRequests.find('p-1')).toMatchObject({ revision: 2 });
  });

  test('hold as many candidates as one request may be about', async () => {
    const { reclaimRequests } = make();
    const numbers = Array.from({ length: 1000 }, (_, n) => `RC${String(n).padStart(7, '0')}`);
    const [sample] = fc.sample(request, 1);
    if (!sample) throw new Error('no sample');
    const requests = Array.from({ length: 5 }, () => ({ ...sample, numbers }));
    await reclaimRequests.replace('p-1', { revision: 0, requests });
    expect((await reclaimRequests.find('p-1')).requests).toEqual(requests);
  });
});
