import { inflateSync } from 'node:zlib';

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d(:|%3A)\d\d((:|%3A)\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g, '<moment>'],
  [/\b1[789]\d{11}(\.\d+)?\b/g, '<moment>'],
  // In packed rows, to the base of 36: November and December 2026.
  [/(?<=[ "|,][0-9a-z]?)m[wx][0-9a-z]{6}/g, '<moment>'],
  [/"workedMs": \d+/g, '<duration>'],
  [/\b[0-9a-f]{64}\b/g, '<hash>'],
];
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|person-[0-9a-f]{32}/g;
/** How compressed text begins. */
const DEFLATED = /^eJ/;

/** The identifiers in a text. */
export function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(IDS));
}

/**
 * The same as text, a line each, without what differs from run to run: simulated time runs at real speed while functions work, and
 * identifiers that are not known before are drawn, and hashes made, anew. Lines are sorted: stored keys begin with identifiers.
 */
export function withoutMoments(value: unknown, known: ReadonlySet<string>): string[] {
  const text = JSON.stringify(value, (_key, each: unknown) => readable(each), 1);
  return MARKS.reduce((marked, [pattern, mark]) => marked.replace(pattern, mark), text)
    .replace(IDS, (id) => (known.has(id) ? id : '<id>'))
    .split('\n')
    .sort();
}

function readable(each: unknown): unknown {
  if (typeof each !== 'string' || !DEFLATED.test(each)) return each;
  return JSON.parse(inflateSync(Buffer.from(each, 'base64')).toString('utf8'));
}
