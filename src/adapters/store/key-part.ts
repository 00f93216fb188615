import { createHash } from 'node:crypto';

/** What a key of the store may hold, but for the dot, which joins parts, and `#`, which marks a part that is written otherwise. */
const PLAIN = /^[A-Za-z0-9:_-]{1,160}$/;
const WRITTEN_OUT = '#';
const SHORTENED = '##';
/** Written out this is 428 characters; ids of accounts have 128 at most, which leaves room for the other parts of a key. */
const LONGEST = 160;

/**
 * Any text as one part of a key. The store takes letters, digits and a few marks, 500 characters together; different texts are
 * different parts, and no part holds a dot. A text of over 160 characters is named by its fingerprint and can't be read back.
 */
export function keyPart(text: string): string {
  if (PLAIN.test(text)) return text;
  if (text.length > LONGEST) return SHORTENED + createHash('sha256').update(text, 'utf16le').digest('hex');
  return WRITTEN_OUT + Buffer.from(text, 'utf16le').toString('base64url');
}

/** The text that a part was made of; undefined: it was too long to be written out. */
export function textOfPart(part: string): string | undefined {
  if (part.startsWith(SHORTENED)) return undefined;
  return part.startsWith(WRITTEN_OUT) ? Buffer.from(part.slice(1), 'base64url').toString('utf16le') : part;
}
