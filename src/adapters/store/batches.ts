import { kvs } from '@forge/kvs';
import { kvsCall } from './kvs-call';

export interface StoredKey {
  readonly key: string;
  readonly entityName?: string;
}
export interface StoredItem extends StoredKey {
  readonly value: object;
}

/** Largest number of keys that the store takes at once. */
export const MOST_TOGETHER = 25;

/**
 * Every batch is carried out as far as it goes: what the store left undone is done alone, so that a batch is either done or fails.
 * At most `MOST_TOGETHER` different keys each.
 */
export async function readBatch(keys: readonly StoredKey[]): Promise<(StoredKey & { readonly value: unknown })[]> {
  const { successfulKeys, failedKeys } = await kvsCall(() => kvs.batchGet([...keys]));
  const found: (StoredKey & { readonly value: unknown })[] = [...successfulKeys];
  for (const { error, ...item } of failedKeys) {
    // Only this code says that there is no such key: others end alike, but tell of a store that does not know its tables yet.
    if (error.code === 'KEY_NOT_FOUND') continue;
    const value = await readAlone(item);
    if (value !== undefined) found.push({ ...item, value });
  }
  return found;
}

/** Puts values in place, whatever was there. */
export async function writeBatch(items: readonly StoredItem[]): Promise<void> {
  const { failedKeys } = await kvsCall(() => kvs.batchSet([...items]));
  for (const { key, entityName, value } of items.filter((item) => isAmong(failedKeys, item))) {
    await kvsCall(() => (entityName === undefined ? kvs.set(key, value) : kvs.entity(entityName).set(key, value)));
  }
}

/** Deletes keys; one that does not exist counts as deleted. */
export async function deleteBatch(keys: readonly StoredKey[]): Promise<void> {
  const { failedKeys } = await kvsCall(() => kvs.batchDelete([...keys]));
  for (const { key, entityName } of failedKeys)
    await kvsCall(() => (entityName === undefined ? kvs.delete(key) : kvs.entity(entityName).delete(key)));
}

/** The value, or undefined where there is none. */
export function readAlone({ key, entityName }: StoredKey): Promise<unknown> {
  return kvsCall(() => (entityName === undefined ? kvs.get(key) : kvs.entity(entityName).get(key)));
}

function isAmong(keys: readonly StoredKey[], { key, entityName }: StoredKey): boolean {
  return keys.some((each) => each.key === key && each.entityName === entityName);
}
