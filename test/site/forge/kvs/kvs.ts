import type { SimulatedClock } from '../../core/clock';
import type { Meters } from '../../core/meters';
import type { Switches } from '../../core/switches';
import type { EntityDeclaration } from '../manifest/manifest-schema';
import { KvsError } from './kvs-error';
import { operationsOn, type Operation } from './operations';
import { RateLimit } from './rate-limit';
import { Tables, type StoreSnapshot } from './tables';

const PATH_PREFIX = '/api/v1/';
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/** `get`, `entity/query`, `batch/set`, …: how faults name what the store is asked. */
export const operationOf = (path: string): string =>
  path.startsWith(PATH_PREFIX) ? path.slice(PATH_PREFIX.length) : path;

export interface KvsAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Key-value store and custom entity store of one installation, behind the wire format of @forge/kvs. */
export class Kvs {
  private readonly tables: Tables;
  private readonly limit: RateLimit;
  private readonly meters: Meters;
  private readonly operations: Readonly<Record<string, Operation>>;
  /** Counts up with every accepted write. */
  revision = 0;

  constructor(options: {
    readonly entities: readonly EntityDeclaration[];
    readonly clock: SimulatedClock;
    readonly meters: Meters;
    readonly switches: Switches;
  }) {
    const { clock, meters, switches, entities } = options;
    const now = () => clock.now();
    this.meters = meters;
    this.tables = new Tables(entities, now);
    this.limit = new RateLimit(now);
    this.operations = operationsOn({ tables: this.tables, switches, now });
  }

  get operationNames(): readonly string[] {
    return Object.keys(this.operations);
  }

  /** Answers one request. It runs to its end without interruption, so no two interleave. */
  handle(path: string, requestText: string): KvsAnswer {
    const name = operationOf(path);
    const operation = this.operations[name];
    if (operation === undefined)
      return { status: 501, body: { code: 'NOT_MODELED', message: `The local store has no ${path}` } };
    const kind = /get$|query$/.test(name) ? 'read' : 'write';
    let bytes = 0;
    try {
      this.limit.request();
      this.limit.check(kind);
      if (Buffer.byteLength(requestText) > MAX_REQUEST_BYTES)
        throw new KvsError(413, 'PAYLOAD_TOO_LARGE', 'The request is over 4 MB.');
      const done = operation(JSON.parse(requestText));
      bytes = done.bytes;
      if (kind === 'write') this.revision += 1;
      return done.body === undefined ? { status: 204 } : { status: 200, body: done.body };
    } catch (error) {
      return refusal(error);
    } finally {
      this.limit.spent(kind, bytes);
      this.meters.kvsCall(kind, bytes);
    }
  }

  /** Every stored value whose key begins so; of secrets only the keys. */
  dump(prefix: string): object {
    return this.tables.dump(prefix);
  }

  snapshot(): StoreSnapshot {
    return this.tables.snapshot();
  }

  restore(snapshot: StoreSnapshot): void {
    this.tables.restore(snapshot);
  }
}

function refusal(error: unknown): KvsAnswer {
  if (error instanceof SyntaxError) return { status: 400, body: { code: 'BAD_REQUEST', message: error.message } };
  if (!(error instanceof KvsError)) throw error;
  return { status: error.status, body: { code: error.code, message: error.message } };
}
