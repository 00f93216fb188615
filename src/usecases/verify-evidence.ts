import { compareWithHead, followChain, type ChainBreak, type ChainHead, type EvidenceEntry } from '../domain/evidence';
import { proves } from '../domain/retention/log-start';
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
  /** The last entry that was deleted, with number 0 where none was: the log begins behind it. */
  readonly start: ChainHead;
  readonly broken: ChainBreak | undefined;
  /** Everything up to the head was looked at, or a break was found. */
  readonly isDone: boolean;
}

type Piece = Omit<VerifiedPiece, 'start'>;

/**
 * Verifies a bounded piece of the log behind `after`. Entries are read by key, and behind the head too: what was cut off the end
 * or added to it shows. Where old entries were deleted it begins at the recorded start, whatever `after` is. Read on until `isDone`.
 */
export async function verifyEvidence(
  { after }: { readonly after: ChainHead },
  { evidence, sha256 }: Pick<Ports, 'evidence' | 'sha256'>,
): Promise<VerifiedPiece> {
  const { checkpoint, ...stored } = await evidence.readStart();
  const start = { sequence: stored.sequence, hash: stored.hash };
  const piece = await verifyPiece(after.sequence < start.sequence ? start : after, { evidence, sha256 });
  const now = await evidence.readStart();
  // Old entries were deleted while they were read.
  if (now.sequence > start.sequence) return verifyEvidence({ after }, { evidence, sha256 });
  if (piece.broken || after.sequence >= start.sequence) return { ...piece, start };
  const [recorded] = checkpoint === null ? [] : await evidence.read(checkpoint, 1);
  if (proves(recorded, start)) return { ...piece, start };
  return { ...piece, start, broken: { sequence: start.sequence, problem: 'missing' }, isDone: true };
}

async function verifyPiece(after: ChainHead, { evidence, sha256 }: Pick<Ports, 'evidence' | 'sha256'>): Promise<Piece> {
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
async function appendedOrGone(upTo: ChainHead, head: ChainHead, evidence: Reads): Promise<Piece> {
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
): Promise<{ entries: EvidenceEntry[]; head: ChainHead; start: ChainHead; next: number | null }> {
  const from = Math.max(first, (await evidence.readStart()).sequence + 1);
  // Read before the entries: what is appended meanwhile belongs to the next export.
  const head = await evidence.readHead();
  const read = await evidence.read(from, PIECE);
  // Read after the entries: what is deleted meanwhile is left out, whether it was still there or not.
  const { sequence: deleted, hash } = await evidence.readStart();
  const listed = read.filter(({ sequence }) => sequence <= head.sequence && sequence > deleted);
  const entries = upToSize(listed, LARGEST_PIECE);
  const end = entries.length < listed.length ? (entries.at(-1)?.sequence ?? from) + 1 : from + PIECE;
  return { entries, head, start: { sequence: deleted, hash }, next: end <= head.sequence ? end : null };
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
