import type { AccountId, CandidateNumber } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { noteOn, type RemovalCandidate, type SeatFreed } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { unlessChanged } from './candidate-by-hand';
import { lineOf } from './candidate-table';
import { readProof } from './end-removal';
import { inParallel } from './in-parallel';
import { isGone, SETTLES_WITHIN } from './listed-since';
import { done, refuse, type Outcome } from './outcome';
import { explainStillThere, PROOF } from './reclaim-sentences';
import { NO_SUCH_CANDIDATE } from './reclaim-now';
import { proveByGroups } from './restore-proof';
import { RESTORE_PROOF } from './restore-sentences';
import { storeAndTell } from './store-and-tell';
import { unlessFailed } from './unless-failed';

type Needs = Pick<Ports, 'candidates' | 'promises' | 'begunChanges' | 'directory' | 'evidence'>;

/** So many people are read back for each part of an evaluation; the others with the next one. */
const MOST_READ = 20;

/** Why there is nothing to prove once more; null: there is. */
export function whyNotToProve({ seatFreed, groupsRemoved, restored, returned }: RemovalCandidate): string | null {
  if (groupsRemoved === null || seatFreed === null) return 'Nothing was removed with this candidate.';
  if (returned) return 'The person got the seat back since, so there is nothing to prove.';
  if (restored) return restored.seatBack === 'proven' ? 'It is proven already that this seat is back.' : null;
  return seatFreed === 'proven' ? 'It is proven already that this seat is free.' : null;
}

/**
 * Reads once more from Jira, as the app, whether a seat is free whose groups were taken, or back whose groups were given back. A
 * new answer is stored and told; the candidate stays closed. Where Jira can't be asked nothing is known that was not known before.
 */
export async function proveSeat(
  { number, caller }: { readonly number: CandidateNumber; readonly caller: AccountId },
  ports: Needs & Pick<Ports, 'clock'>,
): Promise<Outcome<RemovalCandidate>> {
  const candidate = await ports.candidates.find(number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const reason = whyNotToProve(candidate);
  if (reason !== null) return refuse('refused', reason);
  const at = ports.clock.now();
  const found = await lookAgain(candidate, at, ports);
  return found ? unlessChanged(() => store(found, { at, by: caller }, ports)) : done(candidate);
}

/**
 * The same for removals that could not be proven at once, with every evaluation. One that can't be read, or that somebody works on
 * at this moment, is left for the next one. Answers the lines with what was found.
 */
export async function proveUnproven(
  lines: readonly CandidateLine[],
  at: Instant,
  ports: Needs,
): Promise<readonly CandidateLine[]> {
  const unproven = lines.filter((line) => isGone(line) && line.seatFreed === 'unknown').slice(0, MOST_READ);
  if (unproven.length === 0) return lines;
  const found = await inParallel(unproven, ({ number }) => unlessFailed(() => proveOne(number, at, ports)));
  const news = new Map(found.flatMap((candidate) => (candidate ? [[candidate.number, lineOf(candidate)]] : [])));
  return lines.map((line) => news.get(line.number) ?? line);
}

async function proveOne(number: CandidateNumber, at: Instant, ports: Needs): Promise<RemovalCandidate | undefined> {
  const candidate = await ports.candidates.find(number);
  if (!candidate || whyNotToProve(candidate) !== null) return candidate;
  const found = await lookAgain(candidate, at, ports);
  return found && store(found, { at, by: null }, ports);
}

/** The candidate with what Jira shows now, and what to tell of it. */
interface Found {
  readonly candidate: RemovalCandidate;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Undefined: nothing new. */
async function lookAgain(candidate: RemovalCandidate, now: Instant, ports: Needs): Promise<Found | undefined> {
  const { restored } = candidate;
  if (!restored) return lookForFreed(candidate, now, ports);
  const { seatBack } = await proveByGroups(candidate, restored.groupIds, ports);
  if (seatBack === restored.seatBack) return undefined;
  const details = { seatBack, before: restored.seatBack };
  return { candidate: { ...candidate, restored: { ...restored, seatBack } }, text: RESTORE_PROOF[seatBack], details };
}

/** A group that Jira still shows when no reading lags any more does not count as removed: it was not, or somebody undid it. */
async function lookForFreed(candidate: RemovalCandidate, now: Instant, ports: Needs): Promise<Found | undefined> {
  const removed = candidate.groupsRemoved ?? [];
  const { seatFreed: shown, still } = await readProof(candidate, removed, ports);
  const isThere = still.length > 0 && now > (candidate.closedAt ?? now) + SETTLES_WITHIN;
  const seatFreed: SeatFreed = isThere ? 'not-freed' : shown;
  if (seatFreed === candidate.seatFreed) return undefined;
  const groupsRemoved = isThere ? removed.filter((id) => !still.includes(id)) : removed;
  const details = { seatFreed, before: candidate.seatFreed, ...(isThere ? { stillIn: still } : {}) };
  const text = isThere ? explainStillThere(still) : PROOF[seatFreed];
  return { candidate: { ...candidate, seatFreed, groupsRemoved }, text, details };
}

function store(
  { candidate, text, details }: Found,
  { at, by }: { readonly at: Instant; readonly by: AccountId | null },
  ports: Needs,
): Promise<RemovalCandidate> {
  const told = `Checked again. ${text}`;
  return storeAndTell(noteOn(candidate, { at, text: told, by }), { what: 'proof', at, text: told, details }, ports);
}
