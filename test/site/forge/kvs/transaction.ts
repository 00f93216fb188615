import { passes } from './condition';
import type { KvsError } from './kvs-error';
import { badRequest, unprocessable } from './kvs-error';
import type { TransactionBody } from './requests';
import { lifetimeMs, type Metered } from './single-operations';
import { checkKey } from './stored-rules';
import type { StoreContext } from './store-context';

const MAX_OPERATIONS = 25;

interface Target {
  readonly key: string;
  readonly entityName?: string | undefined;
}

/** All or nothing. */
export function transaction({ tables, switches }: StoreContext, body: TransactionBody): Metered {
  const { set = [], delete: remove = [], check = [] } = body;
  const targets = [...set, ...remove, ...check];
  checkTargets(targets, switches.get('kvsSameKeyInTables'));
  checkTables(targets, switches.get('kvsMixedTransactions'), switches.get('kvsTransactionEntities'));
  const writes = set.map(({ key, value, entityName, options }) => {
    const bytes = tables.check(key, value, entityName);
    return { key, value, bytes, lifetime: lifetimeMs(options), table: tables.table(entityName) };
  });
  for (const { key, entityName, conditions } of targets) {
    if (conditions === undefined) continue;
    if (entityName === undefined) throw badRequest('INVALID_REQUEST', 'Only keys of entities have conditions.');
    const { schema, table } = tables.entity(entityName);
    schema.checkFilters(conditions);
    const current = table.get(key);
    if (current === undefined || !passes(current.value, conditions)) throw conditionFailed();
  }
  for (const { table, key, bytes } of writes) table.hotSpots.write(key, bytes);
  for (const { table, key, value, bytes, lifetime } of writes) table.put(key, value, bytes, lifetime);
  for (const { key, entityName } of remove) tables.table(entityName).delete(key);
  return { bytes: writes.reduce((sum, { bytes }) => sum + bytes, 0), body: undefined };
}

function checkTargets(targets: readonly Target[], sameKey: string): void {
  if (targets.length === 0) throw badRequest('INVALID_REQUEST', 'The transaction has no operations.');
  if (targets.length > MAX_OPERATIONS)
    throw unprocessable('Request cannot be processed due to one or more semantic errors');
  for (const { key } of targets) checkKey(key);
  const names = targets.map(({ key, entityName }) => (sameKey === 'refused' ? key : `${entityName ?? ''}\0${key}`));
  if (new Set(names).size < names.length) throw badRequest('KEY_DUPLICATION_ERROR', 'Duplicate key found in request');
}

/** Transactions of plain keys and of entities are documented apart; whether one may have both, or two entities, is not. */
function checkTables(targets: readonly Target[], mayMix: boolean, entities: string): void {
  const names = new Set(targets.map(({ entityName }) => entityName));
  if (!mayMix && names.size > 1 && names.has(undefined))
    throw unprocessable('A transaction is of plain keys or of entities.');
  names.delete(undefined);
  if (entities === 'one' && names.size > 1) throw unprocessable('A transaction is of one entity.');
}

function conditionFailed(): KvsError {
  const why = 'Request failed due to conditional check specified or optimistic locking';
  return badRequest('CONDITIONAL_CHECK_FAILED', why);
}
