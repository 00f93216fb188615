import type { EvidenceEntry } from '../../domain/evidence';
import { DAY, type Instant } from '../../domain/instant';
import { keptFrom } from '../../domain/retention/evidence-retention';
import { startBehind, type LogStart } from '../../domain/retention/log-start';
import type { Ports } from '../../ports/ports';
import { oldestNeeded } from './oldest-needed';

/** Entries of one turn: read, recorded and deleted well within the time of a function. */
const PIECE = 500;

type Needs = Pick<Ports, 'retention' | 'evidence' | 'profiles' | 'candidates' | 'runs' | 'begunChanges' | 'clock'>;

/**
 * Deletes a bounded piece of the oldest entries that need not be kept any more: their end is sealed into the log first, then the
 * log begins behind it, then they are deleted. A crash anywhere in between is gone on from. Answers how many were deleted.
 */
export async function deleteOldEvidence(ports: Needs): Promise<number> {
  const start = await ports.evidence.readStart();
  if (start.deletedTo < start.sequence) return deletePiece(start, ports);
  const from = keptFrom(await ports.retention.find(), ports.clock.now());
  if (from === null || !(await isDue(start, from, ports))) return 0;
  const needed = await oldestNeeded(ports);
  const old = needed === null ? [] : await oldest(start, Math.min(from, needed), ports);
  const last = old.at(-1);
  if (!last) return 0;
  const moved = startBehind(old, await sealCheckpoint(last, old.length, ports), start);
  await ports.evidence.moveStart(moved);
  return deletePiece(moved, ports);
}

/** A day's entries share one checkpoint, unless there are more than a turn can take. */
async function isDue({ sequence, at }: LogStart, from: Instant, { evidence, clock }: Needs): Promise<boolean> {
  const isLate = at === null || clock.now() - at >= DAY;
  const [entry] = await evidence.read(sequence + (isLate ? 1 : PIECE), 1);
  return entry !== undefined && entry.at < from;
}

/** A turn's oldest entries from before a moment. Behind a gap nothing is deleted: that would hide that entries are missing. */
async function oldest({ sequence }: LogStart, before: Instant, { evidence }: Needs): Promise<EvidenceEntry[]> {
  const entries = await evidence.read(sequence + 1, PIECE);
  const end = entries.findIndex((entry, index) => entry.at >= before || entry.sequence !== sequence + 1 + index);
  return end === -1 ? entries : entries.slice(0, end);
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
