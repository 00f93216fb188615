import { inflateSync } from 'node:zlib';

/** Everything in a dump of the app's storage as one text; what is stored deflated can be read in it like the rest. */
export function storedText(dump: unknown): string {
  return JSON.stringify(readable(dump));
}

function readable(value: unknown): unknown {
  if (typeof value === 'string') return inflatedText(value) ?? value;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readable(each)]));
}

function inflatedText(text: string): string | undefined {
  try {
    return inflateSync(Buffer.from(text, 'base64')).toString();
  } catch {
    return undefined;
  }
}
