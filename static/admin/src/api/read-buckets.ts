const PARALLEL = 6;

/**
 * Reads all buckets of a table, the first alone so that its rows show soon, then several at a time; answers their rows in
 * order. `progress` hears what is there after each of them, and how many that are.
 */
export async function readBuckets<Row>(
  buckets: number,
  read: (bucket: number) => Promise<readonly Row[]>,
  progress: (parts: readonly (readonly Row[])[], done: number) => void = () => undefined,
): Promise<readonly (readonly Row[])[]> {
  const parts: (readonly Row[])[] = Array.from({ length: buckets }, () => []);
  let next = 0;
  let finished = 0;
  async function readNext(): Promise<void> {
    const bucket = next;
    next += 1;
    parts[bucket] = await read(bucket);
    finished += 1;
    progress(parts, finished);
  }
  async function work(): Promise<void> {
    while (next < buckets) await readNext();
  }
  if (buckets > 0) await readNext();
  await Promise.all(Array.from({ length: Math.min(PARALLEL, buckets) }, work));
  return parts;
}
