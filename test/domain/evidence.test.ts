import fc from 'fast-check';
import {
  CHAIN_START,
  canonicalText,
  chain,
  firstBreak,
  type EvidenceEntry,
  type EvidenceFacts,
} from '../../src/domain/evidence';
import { jsonCopy } from '../fakes/json-copy';
import { sha256 } from '../fakes/world';
import { instant } from './arbitraries';

const facts: fc.Arbitrary<EvidenceFacts> = fc.record({
  kind: fc.constantFrom('reclaim-intended', 'reclaim-done', 'reclaim-kept', 'profile-saved'),
  at: instant,
  by: fc.option(fc.constantFrom('u-1', 'u-2')),
  subject: fc.option(fc.constantFrom('u-3', 'u-4')),
  candidate: fc.option(fc.constantFrom('RC0000001', 'RC0000002')),
  text: fc.string(),
  details: fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>),
});
const log = fc.array(facts, { minLength: 2, maxLength: 8 }).map(seal);

function seal(all: readonly EvidenceFacts[]): EvidenceEntry[] {
  const entries: EvidenceEntry[] = [];
  for (const each of all) entries.push(chain(entries.at(-1) ?? CHAIN_START, each, sha256));
  return entries;
}

/** A copy in which some entries stand in the place of `count` others. */
function replaced(entries: readonly EvidenceEntry[], at: number, others: readonly EvidenceEntry[], count = 1) {
  return [...entries.slice(0, at), ...others, ...entries.slice(at + count)];
}

test('a log as it was written is whole, also after it was stored', () => {
  fc.assert(fc.property(log, (entries) => expect(firstBreak(jsonCopy(entries), sha256)).toBeUndefined()));
});

test('entries are numbered from one without a gap', () => {
  fc.assert(fc.property(log, (all) => expect(all.map((each) => each.sequence)).toEqual(all.map((_, n) => n + 1))));
});

test('any later part of a log is whole from the entry before it', () => {
  fc.assert(
    fc.property(log, fc.nat(), (entries, n) => {
      const from = 1 + (n % (entries.length - 1));
      expect(firstBreak(entries.slice(from), sha256, entries[from - 1])).toBeUndefined();
    }),
  );
});

const EDITS: readonly ((entry: EvidenceEntry) => EvidenceEntry)[] = [
  (entry) => ({ ...entry, text: `${entry.text}.` }),
  (entry) => ({ ...entry, at: entry.at + 1 }),
  (entry) => ({ ...entry, by: entry.by === null ? 'u-9' : null }),
  (entry) => ({ ...entry, subject: entry.subject === null ? 'u-9' : null }),
  (entry) => ({ ...entry, candidate: entry.candidate === null ? 'RC0000009' : null }),
  (entry) => ({ ...entry, kind: 'job-finished' }),
  (entry) => ({ ...entry, details: { ...entry.details, added: 1 } }),
  (entry) => ({ ...entry, hash: sha256(entry.hash) }),
  (entry) => ({ ...entry, previousHash: sha256(entry.previousHash) }),
];

test('an edit of anything shows at the edited entry', () => {
  fc.assert(
    fc.property(log, fc.nat(), fc.constantFrom(...EDITS), (entries, n, edit) => {
      const at = n % entries.length;
      const edited = entries.map((entry, index) => (index === at ? edit(entry) : entry));
      expect(firstBreak(edited, sha256)).toBe(at + 1);
    }),
  );
});

test('an edit that is sealed again shows at the entry after it', () => {
  fc.assert(
    fc.property(log, fc.nat(), (entries, n) => {
      const at = n % (entries.length - 1);
      const edited = { ...(entries[at] as EvidenceEntry), text: 'Nothing happened here.', hash: undefined };
      const forged = { ...edited, hash: sha256(canonicalText(edited)) };
      fc.pre(forged.hash !== entries[at]?.hash);
      expect(firstBreak(replaced(entries, at, [forged]), sha256)).toBe(at + 2);
    }),
  );
});

test('a removed or a swapped entry shows', () => {
  fc.assert(
    fc.property(log, fc.nat(), (entries, n) => {
      const at = n % (entries.length - 1);
      expect(firstBreak(replaced(entries, at, [], 1), sha256)).toBe(at + 2);
      const pair = entries.slice(at, at + 2).reverse();
      const swapped = replaced(entries, at, pair, 2);
      expect(firstBreak(swapped, sha256)).toBe(at + 2);
    }),
  );
});

test('the order in which details were written does not matter', () => {
  const entry = {
    ...(seal([
      { kind: 'reclaim-done', at: 0, by: null, subject: null, candidate: null, text: '', details: {} },
    ])[0] as EvidenceEntry),
  };
  const one = canonicalText({ ...entry, details: { a: 1, b: { c: 2, d: [3] } } });
  expect(canonicalText({ ...entry, details: { b: { d: [3], c: 2 }, a: 1, e: undefined } })).toBe(one);
});
