import { z } from 'zod';
import { batchDelete, batchGet, batchSet } from './batch';
import { queryEntity, queryPlain } from './query-operations';
import {
  BatchSetBody,
  DeleteBody,
  EntityQueryBody,
  GetBody,
  parsed,
  QueryBody,
  SetBody,
  TransactionBody,
} from './requests';
import { deleteOne, readOne, writeOne, type Metered } from './single-operations';
import type { StoreContext } from './store-context';
import type { Table } from './table';
import { transaction } from './transaction';

type TableOf = (entityName: string | undefined) => Table;
export type Operation = (body: unknown) => Metered;

/** Every operation of the store's service by the last part of its path: `get`, `entity/query`, `batch/set`, … */
export function operationsOn(context: StoreContext): Readonly<Record<string, Operation>> {
  const { tables } = context;
  const anyTable: TableOf = (entityName) => tables.table(entityName);
  const secrets: TableOf = () => tables.secret;

  const read = (tableOf: TableOf) => (body: unknown) => {
    const { key, entityName, options } = parsed(GetBody, body);
    return readOne(tableOf(entityName), key, options?.metadataFields);
  };
  const write = (tableOf: TableOf) => (body: unknown) => {
    const wanted = parsed(SetBody, body);
    const bytes = tables.check(wanted.key, wanted.value, wanted.entityName);
    return writeOne(tableOf(wanted.entityName), wanted, bytes);
  };
  const remove = (tableOf: TableOf) => (body: unknown) => {
    const { key, entityName } = parsed(DeleteBody, body);
    return deleteOne(tableOf(entityName), key);
  };

  return {
    get: read(anyTable),
    set: write(anyTable),
    delete: remove(anyTable),
    'entity/get': read(anyTable),
    'entity/set': write(anyTable),
    'entity/delete': remove(anyTable),
    'secret/get': read(secrets),
    'secret/set': write(secrets),
    'secret/delete': remove(secrets),
    query: (body) => queryPlain(context, parsed(QueryBody, body)),
    'entity/query': (body) => queryEntity(context, parsed(EntityQueryBody, body)),
    transaction: (body) => transaction(context, parsed(TransactionBody, body)),
    'batch/get': (body) => batchGet(tables, parsed(z.array(GetBody), body)),
    'batch/set': (body) => batchSet(tables, parsed(z.array(BatchSetBody), body)),
    'batch/delete': (body) => batchDelete(tables, parsed(z.array(DeleteBody), body)),
  };
}
