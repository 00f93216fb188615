import { badRequest } from './kvs-error';

/** Limits of one stored key and value (Forge documentation, "KVS and Custom Entity Store limits"). */
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const MAX_KEY_LENGTH = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;

export function checkKey(key: string): void {
  if (key.length === 0) throw badRequest('EMPTY_KEY', 'Key cannot be empty.');
  if (key.length > MAX_KEY_LENGTH)
    throw badRequest('KEY_TOO_LONG', `The provided key has exceeded the maximum ${MAX_KEY_LENGTH} characters.`);
  if (!KEY_PATTERN.test(key)) throw badRequest('INVALID_KEY', `The provided key does not match ${KEY_PATTERN}`);
}

/** Checks a value and answers its size in bytes. */
export function checkValue(value: unknown): number {
  if (value === undefined || value === null) throw badRequest('INVALID_VALUE', 'A value is required.');
  if (depthOf(value) > MAX_DEPTH)
    throw badRequest('MAX_DEPTH', `The provided value has exceeded the maximum object depth of ${MAX_DEPTH}.`);
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > MAX_VALUE_BYTES)
    throw badRequest('MAX_SIZE', `The provided value has exceeded the maximum of ${MAX_VALUE_BYTES} bytes.`);
  return bytes;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) deepest = Math.max(deepest, depthOf(part));
  return deepest + 1;
}
