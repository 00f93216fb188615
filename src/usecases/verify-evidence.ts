import { compareWithHead, followChain, type ChainBreak, type ChainHead, type EvidenceEntry } from '../domain/evidence';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { EvidenceStore } from '../ports/stores';

type Reads = Pick<EvidenceStore, 'read'>;

/** Entries of one piece: a function answers long before its time is over. */
const PIECE = 500;
/** Characters of one piece: what the platform answers a page at once is limited. */
const LARGEST_PIECE = 1_000_000;

export interface VerifiedPiece {
  /** The last entry that was proven; verify on from here. */
  readonly upTo: ChainHead;
  readonly head: ChainHead;
  readonly broken: ChainBreak | undefined;
  /** Everything up to the head was looked at, or a break was found. */
  readonly isDone: boolean;
}

/**
 * Verifies a bounded piece of the log behind `after`. Entries are read by key, and behind the head too: what was cut off the end
 * or added to it shows. Read on until `isDone`.
 */
export async function verifyEvidence(
  { after }: { readonly after: ChainHead },
  { evidence, sha256 }: Pick<Ports, 'evidence' | 'sha256'>,
): Promise<VerifiedPiece> {
  const { entries, unreadable } = await readUntilUnreadable(after.sequence + 1, PIECE, evidence);
  // Read after the entries: whatever was appended meanwhile is before the head.
  const head = await evidence.readHead();
  const { upTo, broken } = followChain(entries, sha256, after);
  if (broken) return { upTo, head, broken, isDone: true };
  if (unreadable !== null) return { upTo, head, broken: { sequence: unreadable, problem: 'changed' }, isDone: true };
  if (entries.length === PIECE) return { upTo, head, broken: undefined, isDone: false };
  if (upTo.sequence < head.sequence) return appendedOrGone(upTo, head, evidence);
  return { upTo, head, broken: compareWithHead(upTo, head), isDone: true };
}

/** The entries ended before the head: either they were written while this piece was read, or they are gone. */
async function appendedOrGone(upTo: ChainHead, head: ChainHead, evidence: Reads): Promise<VerifiedPiece> {
  const sequence = upTo.sequence + 1;
  const [next] = await evidence.read(sequence, 1);
  if (next) return { upTo, head, broken: undefined, isDone: false };
  const later = await readUntilUnreadable(sequence + 1, PIECE, evidence);
  const isHole = later.entries.length > 0 || later.unreadable !== null;
  return { upTo, head, broken: { sequence, problem: isHole ? 'missing' : 'cut-off' }, isDone: true };
}

/** An entry that does not even have the form of one was changed: the entries before it, and its number. */
async function readUntilUnreadable(
  first: number,
  count: number,
  evidence: Reads,
): Promise<{ entries: EvidenceEntry[]; unreadable: number | null }> {
  try {
    return { entries: await evidence.read(first, count), unreadable: null };
  } catch (error) {
    if (!isFailure(error, 'store-unreadable')) throw error;
    if (count === 1) return { entries: [], unreadable: first };
    const half = Math.floor(count / 2);
    const start = await readUntilUnreadable(first, half, evidence);
    if (start.unreadable !== null) return start;
    const rest = await readUntilUnreadable(first + half, count - half, evidence);
    return { entries: [...start.entries, ...rest.entries], unreadable: rest.unreadable };
  }
}

/** A bounded piece of the log from `first` on, oldest first, as it is stored: what an export is made of. */
export async function readEvidence(
  { first }: { readonly first: number },
  { evidence }: Pick<Ports, 'evidence'>,
): Promise<{ entries: EvidenceEntry[]; head: ChainHead; next: number | null }> {
  // Read before the entries: what is appended meanwhile belongs to the next export.
  const head = await evidence.readHead();
  const read = (await evidence.read(first, PIECE)).filter(({ sequence }) => sequence <= head.sequence);
  const entries = upToSize(read, LARGEST_PIECE);
  const end = entries.length < read.length ? (entries.at(-1)?.sequence ?? first) + 1 : first + PIECE;
  return { entries, head, next: end <= head.sequence ? end : null };
}

/** At least one entry, so that every export comes to its end. */
function upToSize(entries: readonly EvidenceEntry[], largest: number): EvidenceEntry[] {
  const taken: EvidenceEntry[] = [];
  let size = 0;
  for (const entry of entries) {
    size += JSON.stringify(entry).length;
    if (taken.length > 0 && size > largest) break;
    taken.push(entry);
  }
  return taken;
}
