const PARALLEL = 6;

/** Reads all buckets of a table, several at a time, and joins their rows in order. `done` hears how many are there. */
export async function readBuckets<Row>(
  buckets: number,
  read: (bucket: number) => Promise<readonly Row[]>,
  done: (count: number) => void,
): Promise<readonly Row[]> {
  const parts: (readonly Row[])[] = [];
  let next = 0;
  let finished = 0;
  async function work(): Promise<void> {
    while (next < buckets) {
      const bucket = next;
      next += 1;
      parts[bucket] = await read(bucket);
      finished += 1;
      done(finished);
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, buckets) }, work));
  return parts.flat();
}
