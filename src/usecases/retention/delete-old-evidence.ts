import type { EvidenceEntry } from '../../domain/evidence';
import type { CandidateNumber } from '../../domain/identifiers';
import { DAY, type Instant } from '../../domain/instant';
import { isOpen } from '../../domain/removal-candidate';
import { keptFrom } from '../../domain/retention/evidence-retention';
import type { LogStart } from '../../domain/retention/log-start';
import type { Ports } from '../../ports/ports';
import { whyNotRestorable } from '../restore-seat';

/** Entries of one turn: read, recorded and deleted well within the time of a function. */
const PIECE = 500;

type Needs = Pick<Ports, 'retention' | 'evidence' | 'candidates' | 'clock'>;

/**
 * Deletes a bounded piece of the oldest entries that need not be kept any more: their end is sealed into the log first, then the
 * log begins behind it, then they are deleted. A crash anywhere in between is gone on from. Answers how many were deleted.
 */
export async function deleteOldEvidence(ports: Needs): Promise<number> {
  const start = await ports.evidence.readStart();
  if (start.deletedTo < start.sequence) return deletePiece(start, ports);
  const now = ports.clock.now();
  const from = keptFrom(await ports.retention.find(), now);
  if (from === null) return 0;
  const [oldest] = await ports.evidence.read(start.sequence + 1, 1);
  if (!oldest || oldest.at >= from) return 0;
  const old = await dispensable(start, from, ports);
  const last = old.at(-1);
  // A day's entries share one checkpoint, unless there are more than a turn can take.
  if (!last || (old.length < PIECE && start.at !== null && now - start.at < DAY)) return 0;
  const checkpoint = await sealCheckpoint(last, old.length, ports);
  const installedAt = start.installedAt ?? (oldest.kind === 'app-installed' ? oldest.at : null);
  const { sequence, hash } = last;
  const moved = { ...start, sequence, hash, checkpoint: checkpoint.sequence, at: checkpoint.at, installedAt };
  await ports.evidence.moveStart(moved);
  return deletePiece(moved, ports);
}

/** The oldest entries, without a gap, up to the first that must be kept. */
async function dispensable(start: LogStart, from: Instant, ports: Needs): Promise<EvidenceEntry[]> {
  const needed = new Map<CandidateNumber, boolean>();
  const old: EvidenceEntry[] = [];
  for (const entry of await ports.evidence.read(start.sequence + 1, PIECE)) {
    // Behind a gap nothing is deleted: deleting would hide that entries are missing.
    if (entry.at >= from || entry.sequence !== start.sequence + old.length + 1) break;
    if (entry.candidate !== null) {
      const isNeeded = needed.get(entry.candidate) ?? (await isInUse(entry.candidate, ports));
      needed.set(entry.candidate, isNeeded);
      if (isNeeded) break;
    }
    old.push(entry);
  }
  return old;
}

/** Somebody may still decide about the seat, or give it back. */
async function isInUse(number: CandidateNumber, { candidates }: Needs): Promise<boolean> {
  const candidate = await candidates.find(number);
  return candidate !== undefined && (isOpen(candidate.state) || whyNotRestorable(candidate) === null);
}

/** The last entry that goes, in the log itself; told once, however often this is begun. */
function sealCheckpoint({ sequence, hash }: EvidenceEntry, entries: number, { evidence, clock }: Needs) {
  const text = `${entries} entries were older than evidence is kept.`;
  const details = { upTo: sequence, hash, entries };
  const facts = { kind: 'evidence-deleted', at: clock.now(), by: null, subject: null, candidate: null } as const;
  return evidence.append({ ...facts, text, details }, `evidence-deleted.${sequence}`);
}

async function deletePiece(start: LogStart, { evidence }: Needs): Promise<number> {
  const count = Math.min(PIECE, start.sequence - start.deletedTo);
  await evidence.deleteEntries(start.deletedTo + 1, count);
  await evidence.moveStart({ ...start, deletedTo: start.deletedTo + count });
  return count;
}
