import type { SimulatedClock } from '../../core/clock';
import type { Meters } from '../../core/meters';
import type { Switches } from '../../core/switches';
import type { EntityDeclaration } from '../manifest/manifest-schema';
import { Allowance } from './allowance';
import { allowanceTime } from '../allowance-time';
import { KvsError } from './kvs-error';
import { operationsOn, type Operation } from './operations';
import type { Metered } from './single-operations';
import { Tables, type StoreSnapshot } from './tables';

const PATH_PREFIX = '/api/v1/';
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;
const HOUR_MS = 3_600_000;
const TOO_MANY = 429;

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
  private readonly allowance: Allowance;
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
    const allowance = allowanceTime(now);
    const expiredFor = () => switches.get('kvsExpiredReadable') * HOUR_MS;
    this.tables = new Tables(entities, { now, allowance, expiredFor }, () => switches.get('kvsEntitiesKnown'));
    this.allowance = new Allowance(allowance);
    this.operations = operationsOn({ tables: this.tables, switches });
  }

  get operationNames(): readonly string[] {
    return Object.keys(this.operations);
  }

  /** Answers one request. It runs to its end without interruption, so no two interleave. */
  handle(path: string, requestText: string): KvsAnswer {
    const name = operationOf(path);
    const operation = Object.hasOwn(this.operations, name) ? this.operations[name] : undefined;
    if (operation === undefined)
      return { status: 501, body: { code: 'NOT_MODELED', message: `The local store has no ${path}` } };
    const kind = /get$|query$/.test(name) ? 'read' : 'write';
    try {
      const { body } = this.carryOut(operation, kind, requestText);
      if (kind === 'write') this.revision += 1;
      return body === undefined ? { status: 204 } : { status: 200, body };
    } catch (error) {
      if (error instanceof KvsError && error.status === TOO_MANY) this.meters.kvsThrottled();
      return refusal(error, name);
    }
  }

  /** What a request costs is taken from the allowance before it has any effect, or is answered. */
  private carryOut(operation: Operation, kind: 'read' | 'write', requestText: string): Metered {
    this.allowance.request();
    const size = Buffer.byteLength(requestText);
    if (size > MAX_REQUEST_BYTES) throw new KvsError(413, 'PAYLOAD_TOO_LARGE', 'The request is over 4 MB.');
    if (kind === 'write') this.spend(kind, size);
    let read = 0;
    try {
      const done = operation(JSON.parse(requestText));
      read = done.bytes;
      return done;
    } finally {
      if (kind === 'read') this.spend(kind, read);
    }
  }

  private spend(kind: 'read' | 'write', bytes: number): void {
    this.allowance.spend(kind, bytes);
    this.meters.kvsCall(kind, bytes);
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

function refusal(error: unknown, operation: string): KvsAnswer {
  if (error instanceof SyntaxError) return { status: 400, body: { code: 'INVALID_REQUEST', message: error.message } };
  if (!(error instanceof KvsError)) throw error;
  const { status, code, message } = error;
  // The limits are the same, but transactions have a code of their own for them.
  const ofOperation = status === TOO_MANY && operation === 'transaction' ? 'TOO_MANY_REQUESTS' : code;
  return { status, body: { code: ofOperation, message } };
}
