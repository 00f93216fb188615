import { badRequest, KvsError } from './kvs-error';
import { passes } from './condition';
import type { SetBody, TransactionBody } from './requests';
import { lifetimeMs, readOne, writeOne, type Metered } from './single-operations';
import { checkKey } from './stored-rules';
import type { Tables } from './tables';

const MAX_ITEMS = 25;
interface Target {
  readonly key: string;
  readonly entityName?: string | undefined;
}

/** Carries out each item on its own: some may fail while others succeed. */
function batch<Item extends Target>(items: readonly Item[], one: (item: Item) => Metered): Metered {
  checkTargets(items);
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

export const batchGet = (tables: Tables, items: readonly Target[]): Metered =>
  batch(items, ({ key, entityName }) => readOne(tables.table(entityName), key, undefined));

export const batchSet = (tables: Tables, items: readonly SetBody[]): Metered =>
  batch(items, (item) => {
    const bytes = tables.check(item.key, item.value, item.entityName);
    writeOne(tables.table(item.entityName), item, bytes);
    return { bytes, body: undefined };
  });

export const batchDelete = (tables: Tables, items: readonly Target[]): Metered =>
  batch(items, ({ key, entityName }) => {
    checkKey(key);
    tables.table(entityName).delete(key);
    return { bytes: 0, body: undefined };
  });

/** All or nothing. The status of a failed condition is not documented: apps see only that it failed. */
export function transaction(tables: Tables, body: TransactionBody): Metered {
  const { set = [], delete: remove = [], check = [] } = body;
  const targets = [...set, ...remove, ...check];
  checkTargets(targets);
  for (const { key } of targets) checkKey(key);
  const sizes = set.map(({ key, value, entityName }) => tables.check(key, value, entityName));
  for (const { key, entityName, conditions } of targets) {
    const current = tables.table(entityName).get(key)?.value;
    if (!passes(current, conditions))
      throw new KvsError(409, 'TRANSACTION_CONDITION_FAILED', `The conditions on '${key}' do not hold.`);
  }
  set.forEach(({ key, value, entityName, options }, index) =>
    tables.table(entityName).put(key, value, sizes[index] ?? 0, lifetimeMs(options)),
  );
  for (const { key, entityName } of remove) tables.table(entityName).delete(key);
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), body: undefined };
}

function checkTargets(targets: readonly Target[]): void {
  if (targets.length === 0) throw badRequest('EMPTY_REQUEST', 'The request names no keys.');
  if (targets.length > MAX_ITEMS) throw badRequest('TOO_MANY_KEYS', `At most ${MAX_ITEMS} keys in one request.`);
  const names = new Set(targets.map(({ key, entityName }) => `${entityName ?? ''}\0${key}`));
  if (names.size < targets.length) throw badRequest('DUPLICATE_KEYS', 'A key is used more than once in the request.');
}
