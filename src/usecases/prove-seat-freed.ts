import type { AccountId, CandidateNumber } from '../domain/identifiers';
import { noteOn, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { unlessChanged } from './candidate-by-hand';
import { readProof } from './end-removal';
import { done, refuse, type Outcome } from './outcome';
import { PROOF } from './reclaim-sentences';
import { NO_SUCH_CANDIDATE } from './reclaim-now';
import { storeAndTell } from './store-and-tell';

type Needs = Pick<Ports, 'candidates' | 'begunChanges' | 'directory' | 'evidence' | 'clock'>;

/** Why there is nothing to prove once more; null: there is. */
export function whyNotToProve({ seatFreed, groupsRemoved, restored, returned }: RemovalCandidate): string | null {
  if (groupsRemoved === null || seatFreed === null) return 'Nothing was removed with this candidate.';
  if (restored || returned) return 'The person got the seat back since, so there is nothing to prove.';
  return seatFreed === 'proven' ? 'It is proven already that this seat is free.' : null;
}

/**
 * Reads once more from Jira, as the app, whether a seat is free whose groups were taken. A new answer is stored and told; the
 * candidate stays closed. Where Jira can't be asked nothing is known that was not known before.
 */
export async function proveSeatFreed(
  { number, caller }: { readonly number: CandidateNumber; readonly caller: AccountId },
  ports: Needs,
): Promise<Outcome<RemovalCandidate>> {
  const candidate = await ports.candidates.find(number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const reason = whyNotToProve(candidate);
  if (reason !== null) return refuse('refused', reason);
  const seatFreed = await readProof(candidate, candidate.groupsRemoved ?? [], ports);
  if (seatFreed === candidate.seatFreed) return done(candidate);
  const at = ports.clock.now();
  const text = `Checked again. ${PROOF[seatFreed]}`;
  const proven = noteOn({ ...candidate, seatFreed }, { at, text, by: caller });
  const details = { seatFreed, before: candidate.seatFreed };
  return unlessChanged(() => storeAndTell(proven, { what: 'proof', at, text, details }, ports));
}
