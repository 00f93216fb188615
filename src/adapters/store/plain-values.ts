import { kvs, WhereConditions } from '@forge/kvs';
import type { z } from 'zod';
import { Failure } from '../../ports/failures';
import { kvsCall } from './kvs-call';

/** Reads a value that is written as a whole by one writer. */
export async function readValue<Value>(
  key: string,
  schema: z.ZodType<Value>,
  read: (key: string) => Promise<unknown> = readAlone,
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

function readAlone(key: string): Promise<unknown> {
  return kvsCall(() => kvs.get<unknown>(key));
}

/** Writes a value; with a lifetime it is gone afterwards. */
export function writeValue(
  key: string,
  value: string | number | boolean | object,
  ttl?: { readonly value: number; readonly unit: 'HOURS' | 'DAYS' },
): Promise<void> {
  return kvsCall(() => (ttl ? kvs.set(key, value, { ttl }) : kvs.set(key, value)));
}

/** Largest number of keys in one batch. */
const BATCH = 25;
/** Values of a query: parts of a download are large, and an answer may not be. */
const LISTED = 10;

/** Deletes keys that nobody reads any more; one that does not exist counts as deleted. */
export async function deleteValues(keys: readonly string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += BATCH) {
    const batch = keys.slice(i, i + BATCH).map((key) => ({ key }));
    await kvsCall(() => kvs.batchDelete(batch));
  }
}

/** Every key that begins so. A query: what was written a moment ago may be missing. */
export async function keysFrom(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(LISTED);
    const from = cursor;
    const page = await kvsCall(() => (from === undefined ? query : query.cursor(from)).getMany());
    keys.push(...page.results.map(({ key }) => key));
    cursor = page.nextCursor;
  }
  return keys;
}

/** Which of at most 25 keys exist. A key that could not be looked up is a failure, never "not there". */
export async function existingKeys(keys: { key: string; entityName?: string }[]): Promise<Set<string>> {
  const { successfulKeys, failedKeys } = await kvsCall(() => kvs.batchGet(keys));
  if (failedKeys.some(({ error }) => !error.code.endsWith('NOT_FOUND'))) {
    throw new Failure('store-unavailable', 'The app’s storage did not answer about some records.');
  }
  return new Set(successfulKeys.map(({ key }) => key));
}

/** The values under these keys, in batches; one that is not there is left out. */
export async function readMany(
  keys: readonly { readonly key: string; readonly entityName?: string }[],
): Promise<{ key: string; value: unknown }[]> {
  const found: { key: string; value: unknown }[] = [];
  for (let i = 0; i < keys.length; i += BATCH) {
    const batch = keys.slice(i, i + BATCH);
    const { successfulKeys, failedKeys } = await kvsCall(() => kvs.batchGet(batch));
    if (failedKeys.some(({ error }) => !error.code.endsWith('NOT_FOUND'))) {
      throw new Failure('store-unavailable', 'The app’s storage did not answer about some records.');
    }
    found.push(...successfulKeys.map(({ key, value }) => ({ key, value })));
  }
  return found;
}
