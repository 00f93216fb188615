import fc from 'fast-check';
import { bucketCountFor, bucketOf, bucketsAcross, intoBuckets } from '../../src/domain/account-bucket';
import { accountId } from './arbitraries';

const powerOfTwo = fc.integer({ min: 0, max: 8 }).map((exponent) => 2 ** exponent);
const identity = (account: string) => account;

describe('the number of buckets', () => {
  test.each([
    [0, 1],
    [1, 1],
    [800, 1],
    [801, 2],
    [1600, 2],
    [1601, 4],
    [50_000, 64],
  ])('%d people make %d', (people, buckets) => expect(bucketCountFor(people)).toBe(buckets));
});

test('intoBuckets puts every row into exactly one bucket, the one of its account', () => {
  fc.assert(
    fc.property(fc.array(accountId), powerOfTwo, (accounts, count) => {
      const buckets = intoBuckets(accounts, count, identity);
      expect(buckets).toHaveLength(count);
      expect(buckets.flat().sort()).toEqual([...accounts].sort());
      buckets.forEach((rows, bucket) => rows.forEach((row) => expect(bucketOf(row, count)).toBe(bucket)));
    }),
  );
});

test('rows keep their order within a bucket', () => {
  fc.assert(
    fc.property(fc.uniqueArray(accountId), (accounts) => {
      for (const rows of intoBuckets(accounts, 4, identity)) {
        expect(rows).toEqual(accounts.filter((account) => rows.includes(account)));
      }
    }),
  );
});

test('people of one bucket are found in the matching buckets of any other cut, and only there', () => {
  fc.assert(
    fc.property(accountId, powerOfTwo, powerOfTwo, (account, buckets, count) => {
      for (let bucket = 0; bucket < buckets; bucket += 1) {
        const isHere = bucketOf(account, buckets) === bucket;
        if (isHere) expect(bucketsAcross(bucket, buckets, count)).toContain(bucketOf(account, count));
        else if (count >= buckets)
          expect(bucketsAcross(bucket, buckets, count)).not.toContain(bucketOf(account, count));
      }
    }),
  );
});

test('no bucket of a large table gets far more than its share', () => {
  const accounts = Array.from({ length: 20_000 }, (_, n) => `5b10ac8d82e05b22cc7d${n.toString(16).padStart(4, '0')}`);
  const largest = Math.max(...intoBuckets(accounts, bucketCountFor(20_000), identity).map((rows) => rows.length));
  expect(largest).toBeLessThan(1000);
});
