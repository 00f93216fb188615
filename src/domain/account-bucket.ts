import type { AccountId } from './identifiers';

/** People per bucket that keep a packed bucket under about 100 KB. */
const PEOPLE_PER_BUCKET = 800;

/**
 * How many buckets a table about this many people is cut into: a power of two, so that a larger table splits every
 * bucket cleanly and tables that are cut differently can be read together (`bucketsAcross`).
 */
export function bucketCountFor(people: number): number {
  let count = 1;
  while (count * PEOPLE_PER_BUCKET < people) count *= 2;
  return count;
}

/** The bucket (0 … count − 1) of one person: always the same for the same count. FNV-1a, which spreads hex ids evenly. */
export function bucketOf(accountId: AccountId, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < accountId.length; i += 1) {
    hash ^= accountId.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) % count;
}

/** Sorts rows into `count` buckets by their account. */
export function intoBuckets<Row>(rows: Iterable<Row>, count: number, accountOf: (row: Row) => AccountId): Row[][] {
  const buckets: Row[][] = Array.from({ length: count }, () => []);
  for (const row of rows) buckets[bucketOf(accountOf(row), count)]?.push(row);
  return buckets;
}

/**
 * The buckets of a table cut into `count` that hold the people of one bucket of a table cut into `buckets`. Both are powers of
 * two, so the finer cut splits every bucket of the coarser one cleanly.
 */
export function bucketsAcross(bucket: number, buckets: number, count: number): number[] {
  if (count <= buckets) return [bucket % count];
  return Array.from({ length: count / buckets }, (_, part) => bucket + part * buckets);
}
