const PARALLEL = 6;

/**
 * Reads all buckets of a table, several at a time, and answers their rows in order. `progress` hears what is there after each
 * of them, and how many that are.
 */
export async function readBuckets<Row>(
  buckets: number,
  read: (bucket: number) => Promise<readonly Row[]>,
  progress: (parts: readonly (readonly Row[])[], done: number) => void = () => undefined,
): Promise<readonly (readonly Row[])[]> {
  const parts: (readonly Row[])[] = Array.from({ length: buckets }, () => []);
  let next = 0;
  let finished = 0;
  async function work(): Promise<void> {
    while (next < buckets) {
      const bucket = next;
      next += 1;
      parts[bucket] = await read(bucket);
      finished += 1;
      progress(parts, finished);
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, buckets) }, work));
  return parts;
}
