import { bucketCountFor, intoBuckets } from '../account-bucket';

/** Before anything was downloaded, nobody knows how many seats the site has. */
export const ASSUMED_SEATS = 50_000;
/** Rounds of the check: with the processor share of the declared memory they take minutes. */
export const LOAD_ROUNDS = 24;

/** Memory that the manifest declares for jobs, in MB; `test/architecture/manifest.test.ts` compares the two. */
export const DECLARED_MEMORY_MB = 512;

/**
 * Does once what jobs do with a full list: holds who is in it, cuts that into buckets, and packs and unpacks one bucket after the
 * other. Made-up seats, as many as the site has, so that no person is read. Answers how many seats came back.
 */
export function loadRound(round: number, size: number): number {
  const accounts = Array.from({ length: size }, (_, n) => `made-up:${round}-${n}`);
  let seats = 0;
  for (const bucket of intoBuckets(accounts, bucketCountFor(size), (account) => account)) {
    const rows = bucket.map((account, n) => [account, [n % 7, n % 11], n, 0]);
    seats += (JSON.parse(JSON.stringify(rows)) as unknown[]).length;
  }
  return seats;
}
