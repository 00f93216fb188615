import { badRequest, keyNotFound, KvsError } from './kvs-error';
import type { SetBody } from './requests';
import { answered, type MetadataField } from './row';
import { checkKey } from './stored-rules';
import type { Table } from './table';

const UNIT_MS = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const LONGEST_LIFETIME_MS = 365 * UNIT_MS.DAYS;

/** Milliseconds of a time-to-live; the platform allows a year. */
export function lifetimeMs(options: { ttl?: { value: number; unit: keyof typeof UNIT_MS } | undefined } | undefined) {
  if (options?.ttl === undefined) return undefined;
  const { value, unit } = options.ttl;
  if (!Number.isInteger(value) || value <= 0)
    throw badRequest('INVALID_TTL', `TTL value must be a positive integer, received: ${value}`);
  if (value * UNIT_MS[unit] > LONGEST_LIFETIME_MS)
    throw badRequest('INVALID_TTL', 'The longest time to live is one year.');
  return value * UNIT_MS[unit];
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
  table.hotSpots.read(key, row.bytes);
  return { bytes: row.bytes, body: answered(key, row, fields) };
}

/** Writes a checked value. */
export function writeOne(table: Table, { key, value, options }: SetBody, bytes: number): Metered {
  const previous = table.get(key);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined)
    throw new KvsError(409, 'KEY_CONFLICT', 'Provided key already exists and cannot be overwritten');
  const lifetime = lifetimeMs(options);
  table.hotSpots.write(key, bytes);
  const latest = table.put(key, value, bytes, lifetime);
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
