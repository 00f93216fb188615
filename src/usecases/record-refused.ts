import type { EvidenceKind } from '../domain/evidence';
import type { AccountId, CandidateNumber } from '../domain/identifiers';
import { HOUR } from '../domain/instant';
import type { Ports } from '../ports/ports';

/** Something that somebody tried to change and was not let. */
export interface RefusedChange {
  readonly kind: Extract<EvidenceKind, `${string}-refused`>;
  /** Names the operation, for the entry and for counting it. */
  readonly operation: string;
  /** What it would have done, as a sentence begins. */
  readonly what: string;
  readonly by: AccountId;
  /** `not-permitted`: they do not have the role for it. `refused`: a rule of the product stands against it. */
  readonly code: 'not-permitted' | 'refused';
  readonly reason: string;
  readonly candidate?: CandidateNumber | undefined;
}

/** Keeps that a change was refused and why; of one person, one operation and one hour only the first, so that nobody can fill the log. */
export async function recordRefused(
  { kind, operation, what, by, code, reason, candidate }: RefusedChange,
  { evidence, clock }: Pick<Ports, 'evidence' | 'clock'>,
): Promise<void> {
  const at = clock.now();
  const text = `${what} was refused${code === 'not-permitted' ? ':' : '.'} ${reason}`;
  const facts = { kind, at, by, subject: null, candidate: candidate ?? null, text, details: { operation, code } };
  await evidence.append(facts, `${code}.${operation}.${by}.${Math.floor(at / HOUR)}`);
}
