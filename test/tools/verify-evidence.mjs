// Verifies an exported evidence log without the app: `npm run verify-evidence -- FILE [--anchor NUMBER:FINGERPRINT]`.
// What is checked, and how to check it with a program of your own, is in docs/evidence.md.
// Exit code 0: proven. 1: the log was changed. 2: the file can't be read as an exported log.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FORMAT = 'license-management-evidence';
const START = { sequence: 0, hash: '0'.repeat(64) };

/** The file is not an exported log. */
class Unreadable extends Error {}

/** RFC 8785: no spaces, names in order at every level. */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`;
}

function fingerprint({ hash: _own, ...content }) {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

/** The lines of an export: a heading and one entry each; or a JSON array of entries. */
export function parseLog(text) {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('[')) return { head: undefined, entries: checked(parse(trimmed, 'The file')) };
  const [first, ...lines] = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (first === undefined) throw new Unreadable('The file is empty.');
  if (!first.startsWith('{'))
    throw new Unreadable('This is not an exported log. Only the JSON export can be verified, not CSV.');
  const heading = parse(first, 'Line 1');
  if (heading.format !== FORMAT) return { head: undefined, entries: checked([heading, ...parseLines(lines, 2)]) };
  if (heading.version !== 1) throw new Unreadable(`Version ${heading.version} of the format is not known here.`);
  return { head: heading.head, start: heading.start, entries: checked(parseLines(lines, 2)) };
}

const parseLines = (lines, from) => lines.map((line, index) => parse(line, `Line ${index + from}`));

function parse(text, where) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`${where} is not JSON.`);
  }
}

function checked(entries) {
  for (const [index, entry] of entries.entries()) {
    if (typeof entry?.sequence !== 'number' || typeof entry.hash !== 'string')
      throw new Unreadable(`Entry ${index + 1} of the file has no number or no fingerprint.`);
  }
  return entries;
}

/** One sentence, and whether it is good news. */
export function verify({ head, start = START, entries }, anchor) {
  let before = start;
  for (const entry of entries) {
    if (entry.sequence !== before.sequence + 1)
      return broken(`Entry ${before.sequence + 1} is missing: ${entry.sequence} follows ${before.sequence}.`);
    if (fingerprint(entry) !== entry.hash) return broken(`Entry ${entry.sequence} was changed after it was written.`);
    if (entry.previousHash !== before.hash)
      return broken(`Entry ${entry.sequence} does not follow from the entry before it.`);
    before = entry;
  }
  if (head && head.sequence !== before.sequence)
    return broken(`The file ends with entry ${before.sequence}, but the log had ${head.sequence}.`);
  if (head && head.hash !== before.hash) return broken('The last entry is not the one the log ended with.');
  if (start.sequence > 0 && !entries.some((entry) => records(entry, start)))
    return broken(`The log begins behind entry ${start.sequence}, but no entry records that older ones were deleted.`);
  if (anchor && anchor.sequence < start.sequence)
    return broken(
      `Entry ${anchor.sequence} was deleted, so it can’t be compared. Use entry ${start.sequence} or a later one.`,
    );
  if (anchor) {
    const there = [start, ...entries].find(({ sequence }) => sequence === anchor.sequence);
    if (there?.hash !== anchor.hash)
      return broken(`Entry ${anchor.sequence} is not the one you know: the log was written anew.`);
  }
  const end = head ? '' : ' The file has no heading, so entries missing at its end can’t be noticed.';
  const older = start.sequence > 0 ? ` Entries up to ${start.sequence} were deleted, which the log records.` : '';
  const known = anchor ? ` It goes on from entry ${anchor.sequence}, which you know.` : '';
  return {
    ok: true,
    text: `Proven: ${entries.length} entries, each unchanged and following from the one before.${older}${known}${end} Last fingerprint: ${before.sequence}:${before.hash}`,
  };
}

/** Deleting old entries is itself recorded, with the last of them. */
const records = ({ kind, details }, { sequence, hash }) =>
  kind === 'evidence-deleted' && details?.upTo === sequence && details.hash === hash;

const broken = (text) => ({ ok: false, text: `Broken: ${text}` });

function readArguments(args) {
  const at = args.indexOf('--anchor');
  const written = at < 0 ? undefined : args[at + 1];
  const files = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const anchor = /^(\d+):([0-9a-f]{64})$/.exec(written ?? '');
  if (files.length !== 1 || (at >= 0 && !anchor))
    throw new Unreadable('Usage: npm run verify-evidence -- FILE [--anchor NUMBER:FINGERPRINT]');
  return { file: files[0], anchor: anchor ? { sequence: Number(anchor[1]), hash: anchor[2] } : undefined };
}

function main() {
  try {
    const { file, anchor } = readArguments(process.argv.slice(2));
    const result = verify(parseLog(readFileSync(file, 'utf8')), anchor);
    console.log(result.text);
    process.exitCode = result.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable) && error?.code === undefined) throw error;
    console.error(error instanceof Unreadable ? error.message : `The file can’t be read (${error.code}).`);
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
