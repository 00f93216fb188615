import { badRequest, KvsError } from './kvs-error';
import type { BatchSetBody, GetBody } from './requests';
import { readOne, writeOne, type Metered } from './single-operations';
import { checkKey } from './stored-rules';
import type { Tables } from './tables';

const MAX_ITEMS = 25;
interface Target {
  readonly key: string;
  readonly entityName?: string | undefined;
}

/** Carries out each item on its own: some may fail while others succeed. */
function batch<Item extends Target>(verb: string, items: readonly Item[], one: (item: Item) => Metered): Metered {
  checkTargets(verb, items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  let bytes = 0;
  for (const item of items) {
    const target = { key: item.key, ...(item.entityName !== undefined && { entityName: item.entityName }) };
    try {
      const { body, bytes: used } = one(item);
      bytes += used;
      successfulKeys.push({ ...target, ...(body as object | undefined) });
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({ ...target, error: { code: error.code, message: error.message } });
    }
  }
  return { bytes, body: { successfulKeys, failedKeys } };
}

export const batchGet = (tables: Tables, items: readonly GetBody[]): Metered =>
  batch('get', items, ({ key, entityName, options }) =>
    readOne(tables.table(entityName), key, options?.metadataFields),
  );

export const batchSet = (tables: Tables, items: readonly BatchSetBody[]): Metered =>
  batch('set', items, (item) => {
    const bytes = tables.check(item.key, item.value, item.entityName);
    writeOne(tables.table(item.entityName), item, bytes);
    return { bytes, body: undefined };
  });

export const batchDelete = (tables: Tables, items: readonly Target[]): Metered =>
  batch('delete', items, ({ key, entityName }) => {
    checkKey(key);
    tables.table(entityName).delete(key);
    return { bytes: 0, body: undefined };
  });

function checkTargets(verb: string, targets: readonly Target[]): void {
  if (targets.length === 0) throw badRequest('INVALID_REQUEST', 'The batch names no keys.');
  if (targets.length > MAX_ITEMS) {
    const most = `you can only ${verb} a maximum of ${MAX_ITEMS} entities at a time`;
    throw badRequest('TOO_MANY_BATCH_ENTITIES', `Number of entities to ${verb} was ${targets.length}, but ${most}.`);
  }
  const names = new Set(targets.map(({ key, entityName }) => `${entityName ?? ''}\0${key}`));
  if (names.size < targets.length) throw badRequest('KEY_DUPLICATION_ERROR', 'Duplicate key found in request');
}
