import type { Faults } from '../../core/faults';
import { operationOf, type Kvs } from '../kvs/kvs';
import { throughFault, type DoorAnswer, type DoorCall } from './door';
import type { Settling } from '../settling';
import { parseJson } from './http-text';

/** Lets functions at the store, if the manifest has the scope for it. */
export class KvsDoor {
  constructor(
    private readonly kvs: Kvs,
    private readonly faults: Faults,
    private readonly hasScope: boolean,
    private readonly settling: Settling,
  ) {}

  async call({ target, body }: DoorCall): Promise<DoorAnswer> {
    if (!this.hasScope)
      return { status: 403, body: { code: 'FORBIDDEN', message: 'The app does not have the scope storage:app.' } };
    const early = this.settling.refused('kvs');
    if (early !== undefined) return early;
    const operation = operationOf(target);
    const key = firstKey(parseJson(body));
    const fault = this.faults.take({ door: 'kvs', operation, ...(key !== undefined && { key }) });
    return throughFault(fault, () => this.kvs.handle(target, body));
  }
}

/** The key by which a fault rule finds a request: its own, the first of a batch or transaction, or a query's prefix. */
function firstKey(body: unknown): string | undefined {
  if (Array.isArray(body)) return firstKey(body[0]);
  if (typeof body !== 'object' || body === null) return undefined;
  const { key, where, set, check, delete: remove } = body as Record<string, unknown>;
  if (typeof key === 'string') return key;
  if (Array.isArray(where)) {
    const values: unknown = (where[0] as { values?: unknown } | undefined)?.values;
    return Array.isArray(values) ? String(values[0]) : undefined;
  }
  return firstKey(set) ?? firstKey(check) ?? firstKey(remove);
}
