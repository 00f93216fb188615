import type { AccountId, CandidateNumber, ProfileId } from '../domain/identifiers';
import type { JobRun } from '../domain/job-run';
import type { Ports } from '../ports/ports';
import type { Outcome } from './outcome';

type Needs = Pick<Ports, 'evidence' | 'clock'>;

/** What somebody asked to be done about seats. */
interface SeatChangeRequest {
  readonly what: string;
  /** Giving a seat back, not taking it. */
  readonly isRestore?: boolean;
  readonly by: AccountId;
  readonly candidate?: CandidateNumber;
  readonly profileId?: ProfileId;
  readonly count?: number;
}

/** Keeps that a request was refused and why: who asked for a removal may have to answer for it, too. */
export async function recordRefusal(
  outcome: Outcome<unknown>,
  { what, by, candidate, isRestore, ...asked }: SeatChangeRequest,
  { evidence, clock }: Needs,
): Promise<void> {
  if (outcome.ok) return;
  await evidence.append({
    kind: isRestore ? 'restore-refused' : 'reclaim-refused',
    at: clock.now(),
    by,
    subject: null,
    candidate: candidate ?? null,
    text: `${what} was refused. ${outcome.message}`,
    details: { ...asked, code: outcome.code },
  });
}

/** Keeps who confirmed how many seats for a removal or a restore in the background, or why they were refused. */
export async function recordStart(outcome: Outcome<JobRun>, request: SeatChangeRequest, ports: Needs): Promise<void> {
  if (!outcome.ok) return recordRefusal(outcome, request, ports);
  const { id, number } = outcome.value;
  await ports.evidence.append({
    kind: request.isRestore ? 'restore-started' : 'reclaim-started',
    at: ports.clock.now(),
    by: request.by,
    subject: null,
    candidate: null,
    text: `${request.what} was confirmed; ${number} does it.`,
    details: { profileId: request.profileId, count: request.count, runId: id },
  });
}
