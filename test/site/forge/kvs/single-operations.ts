import { keyNotFound, KvsError } from './kvs-error';
import type { SetBody } from './requests';
import { answered, type MetadataField } from './row';
import { checkKey } from './stored-rules';
import type { Table } from './table';

const UNIT_MS = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const LONGEST_LIFETIME_MS = 366 * UNIT_MS.DAYS;

/** Milliseconds of a time-to-live; the platform allows a year. */
export function lifetimeMs(options: { ttl?: { value: number; unit: keyof typeof UNIT_MS } | undefined } | undefined) {
  if (options?.ttl === undefined) return undefined;
  const lifetime = options.ttl.value * UNIT_MS[options.ttl.unit];
  if (lifetime > LONGEST_LIFETIME_MS) throw new KvsError(400, 'INVALID_TTL', 'The longest time to live is one year.');
  return lifetime;
}

/** An answer with the number of bytes it read or wrote. */
export interface Metered {
  readonly bytes: number;
  readonly body: unknown;
}

export function readOne(table: Table, key: string, fields: readonly MetadataField[] | undefined): Metered {
  checkKey(key);
  const row = table.get(key);
  if (row === undefined) throw keyNotFound();
  return { bytes: row.bytes, body: answered(key, row, fields) };
}

/** Writes a checked value. Whether a refused FAIL_IF_EXISTS is a 409 is not documented: apps see only that it failed. */
export function writeOne(table: Table, { key, value, options }: SetBody, bytes: number): Metered {
  const previous = table.get(key);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined)
    throw new KvsError(409, 'KEY_ALREADY_EXISTS', 'The provided key already exists.');
  const latest = table.put(key, value, bytes, lifetimeMs(options));
  const returned =
    options?.returnValue === 'PREVIOUS' ? previous : options?.returnValue === 'LATEST' ? latest : undefined;
  return { bytes, body: returned && answered(key, returned, options?.returnMetadataFields) };
}

export function deleteOne(table: Table, key: string): Metered {
  checkKey(key);
  if (table.get(key) === undefined) throw keyNotFound();
  table.delete(key);
  return { bytes: 0, body: undefined };
}
