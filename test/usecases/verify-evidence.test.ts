import { CHAIN_START, chain, type ChainHead, type EvidenceEntry } from '../../src/domain/evidence';
import { Failure } from '../../src/ports/failures';
import { readEvidence, verifyEvidence, type VerifiedPiece } from '../../src/usecases/verify-evidence';
import { evidence } from '../ports/records';
import { MemoryEvidenceStore } from '../fakes/memory-evidence-store';
import { sha256 } from '../fakes/world';

const ENTRIES = 1203;

async function log(count = ENTRIES): Promise<MemoryEvidenceStore> {
  const store = new MemoryEvidenceStore(sha256);
  for (let n = 1; n <= count; n += 1) await store.append(evidence(`entry ${n}`));
  return store;
}

/** Asks on until it is done, as the page does. */
async function verify(store: MemoryEvidenceStore): Promise<VerifiedPiece & { pieces: number }> {
  let after: ChainHead = CHAIN_START;
  for (let pieces = 1; ; pieces += 1) {
    const piece = await verifyEvidence({ after }, { evidence: store, sha256 });
    if (piece.isDone) return { ...piece, pieces };
    if (piece.upTo.sequence <= after.sequence) throw new Error('no progress');
    after = piece.upTo;
  }
}

test.each([0, 1, 499, 500, 501, ENTRIES])('a log of %d entries is proven piece by piece', async (count) => {
  const result = await verify(await log(count));
  expect(result).toMatchObject({ broken: undefined, upTo: { sequence: count }, head: { sequence: count } });
  expect(result.pieces).toBe(Math.floor(count / 500) + 1);
});

const without =
  (from: number, to = from) =>
  (entries: EvidenceEntry[]) =>
    entries.filter(({ sequence }) => sequence < from || sequence > to);
const edited = (at: number, change: (entry: EvidenceEntry) => EvidenceEntry) => (entries: EvidenceEntry[]) =>
  entries.map((entry) => (entry.sequence === at ? change(entry) : entry));
/** One who knows how entries are sealed goes on sealing after the edit. */
const resealed = (at: number) => (entries: EvidenceEntry[]) => {
  const forged: EvidenceEntry[] = [];
  for (const { sequence, kind, at: when, by, subject, candidate, text, details } of entries) {
    const told = sequence === at ? 'Nothing happened.' : text;
    forged.push(
      chain(forged.at(-1) ?? CHAIN_START, { kind, at: when, by, subject, candidate, text: told, details }, sha256),
    );
  }
  return forged;
};
const added = (entries: EvidenceEntry[]) => {
  const last = entries.at(-1) ?? CHAIN_START;
  return [...entries, chain(last, evidence('added'), sha256)];
};

test.each<[string, (entries: EvidenceEntry[]) => EvidenceEntry[], number, string]>([
  ['an edited text', edited(700, (entry) => ({ ...entry, text: 'x' })), 700, 'changed'],
  ['an edited detail', edited(1, (entry) => ({ ...entry, details: {} })), 1, 'changed'],
  ['an entry taken out', without(700), 700, 'missing'],
  ['the last entry of a piece taken out', without(500), 500, 'missing'],
  ['the first entry taken out', without(1), 1, 'missing'],
  ['the last entry cut off', without(ENTRIES), ENTRIES, 'cut-off'],
  ['hundreds cut off the end', without(400, ENTRIES), 400, 'cut-off'],
  ['everything cut off', () => [], 1, 'cut-off'],
  ['an entry added behind the head', added, ENTRIES + 1, 'cut-off'],
  ['a log sealed anew from an edit on', resealed(900), ENTRIES, 'unlinked'],
])('%s shows', async (_name, tamper, sequence, problem) => {
  const store = await log();
  store.tamper(tamper);
  expect((await verify(store)).broken).toEqual({ sequence, problem });
});

test('an entry that does not even have the form of one shows by its number', async () => {
  const store = await log();
  const read = store.read.bind(store);
  store.read = async (first, count) => {
    const entries = await read(first, count);
    if (entries.some(({ sequence }) => sequence === 777)) throw new Failure('store-unreadable', 'Unreadable.');
    return entries;
  };
  expect((await verify(store)).broken).toEqual({ sequence: 777, problem: 'changed' });
});

test('an entry that is written while the log is verified breaks nothing', async () => {
  const store = await log(10);
  const read = store.read.bind(store);
  store.read = async (first, count) => {
    const entries = await read(first, count);
    store.read = read;
    await store.append(evidence('meanwhile'));
    return entries;
  };
  expect(await verify(store)).toMatchObject({ broken: undefined, upTo: { sequence: 11 } });
});

describe('reading the log for an export', () => {
  async function readAll(store: MemoryEvidenceStore): Promise<EvidenceEntry[][]> {
    const pieces: EvidenceEntry[][] = [];
    for (let first: number | null = 1; first !== null;) {
      const piece: Awaited<ReturnType<typeof readEvidence>> = await readEvidence({ first }, { evidence: store });
      pieces.push(piece.entries);
      first = piece.next;
    }
    return pieces;
  }

  test('gives every entry once, in order', async () => {
    const store = await log();
    expect((await readAll(store)).flat()).toEqual(store.all());
  });

  test('goes on behind what is missing', async () => {
    const store = await log();
    store.tamper(without(300, 1000));
    expect((await readAll(store)).flat()).toEqual(store.all());
  });

  test('never answers more than a page can take at once', async () => {
    const store = new MemoryEvidenceStore(sha256);
    for (let n = 0; n < 12; n += 1) await store.append(evidence('x'.repeat(300_000)));
    const pieces = await readAll(store);
    expect(pieces.flat()).toEqual(store.all());
    for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(1_400_000);
  });
});
