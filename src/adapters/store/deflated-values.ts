import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { Failure } from '../../ports/failures';
import { readValue, writeValue } from './plain-values';

/** A large value, stored small: the store counts what is read and written by its bytes. */
const Deflated = z.object({ deflated: z.string() });

/** Stores a value of rows as JSON, deflated (zlib), in base64. */
export function writeDeflated(key: string, value: object): Promise<void> {
  return writeValue(key, { deflated: deflateSync(JSON.stringify(value)).toString('base64') });
}

/** As `readValue`, of what `writeDeflated` stored. */
export function readDeflated<Value>(
  key: string,
  schema: z.ZodType<Value>,
  read: (key: string) => Promise<unknown>,
): Promise<Value | undefined> {
  return readValue(key, schema, async (name) => {
    const stored = await read(name);
    return stored === undefined ? undefined : inflated(stored);
  });
}

function inflated(stored: unknown): unknown {
  try {
    return JSON.parse(inflateSync(Buffer.from(Deflated.parse(stored).deflated, 'base64')).toString());
  } catch {
    throw new Failure('store-unreadable', 'A stored table can’t be read by this version of the app.');
  }
}
