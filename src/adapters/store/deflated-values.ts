import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { Failure } from '../../ports/failures';
import { readValue, writeValue } from './plain-values';

/** A large value, stored small: the store counts what is read and written by its bytes. */
const Deflated = z.object({ deflated: z.string() });

/** What `{ deflated: deflated(value) }` was made of, read by the schema of the value. */
export function ofDeflated<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return Deflated.transform(({ deflated: text }) => inflated(text)).pipe(schema);
}

/** Stores a value of rows as JSON, deflated (zlib), in base64. */
export function writeDeflated(key: string, value: object): Promise<void> {
  return writeValue(key, { deflated: deflated(value) });
}

/** A value as JSON, deflated (zlib), in base64. */
export function deflated(value: object): string {
  return deflateSync(JSON.stringify(value)).toString('base64');
}

/** What `deflated` was made of. Throws a Failure when it is damaged. */
export function inflated(text: string): unknown {
  try {
    return JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString());
  } catch {
    throw new Failure('store-unreadable', 'A stored table can’t be read by this version of the app.');
  }
}

/** As `readValue`, of what `writeDeflated` stored. */
export function readDeflated<Value>(
  key: string,
  schema: z.ZodType<Value>,
  read: (key: string) => Promise<unknown>,
): Promise<Value | undefined> {
  return readValue(key, ofDeflated(schema), read);
}
