import { kvs, WhereConditions } from '@forge/kvs';
import type { z } from 'zod';
import { Failure } from '../../ports/failures';
import { deleteBatch, MOST_TOGETHER, readAlone, readBatch, type StoredKey } from './batches';
import { kvsCall } from './kvs-call';
import { allRows } from './stored-pages';

/** Reads a value that is written as a whole by one writer. */
export async function readValue<Value>(
  key: string,
  schema: z.ZodType<Value>,
  read: (key: string) => Promise<unknown> = (plain) => readAlone({ key: plain }),
): Promise<Value | undefined> {
  const stored = await read(key);
  if (stored === undefined) return undefined;
  const parsed = schema.safeParse(stored);
  if (!parsed.success) {
    throw new Failure(
      'store-unreadable',
      `A stored value (${key.split('.')[0] ?? ''}) can’t be read by this version of the app.`,
    );
  }
  return parsed.data;
}

/** Writes a value; with a lifetime it is gone afterwards. */
export function writeValue(
  key: string,
  value: string | number | boolean | object,
  ttl?: { readonly value: number; readonly unit: 'HOURS' | 'DAYS' },
): Promise<void> {
  return kvsCall(() => (ttl ? kvs.set(key, value, { ttl }) : kvs.set(key, value)));
}

/** Values of a query: parts of a download are large, and an answer may not be. */
const LISTED = 10;

/** Deletes keys that nobody reads any more; one that does not exist counts as deleted. */
export async function deleteValues(keys: readonly string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += MOST_TOGETHER)
    await deleteBatch(keys.slice(i, i + MOST_TOGETHER).map((key) => ({ key })));
}

/** Every key that begins so. A query: what was written a moment ago may be missing. */
export async function keysFrom(prefix: string): Promise<string[]> {
  const rows = await allRows(kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(LISTED));
  return rows.map(({ key }) => key);
}

/** Which of at most 25 keys exist. A key that could not be looked up is a failure, never "not there". */
export async function existingKeys(keys: readonly StoredKey[]): Promise<Set<string>> {
  return new Set((await readBatch(keys)).map(({ key }) => key));
}

/** The values under these keys, in batches; one that is not there is left out. */
export async function readMany(keys: readonly StoredKey[]): Promise<{ key: string; value: unknown }[]> {
  const found: { key: string; value: unknown }[] = [];
  for (let i = 0; i < keys.length; i += MOST_TOGETHER)
    found.push(...(await readBatch(keys.slice(i, i + MOST_TOGETHER))));
  return found;
}
