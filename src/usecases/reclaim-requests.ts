import type { ProfileId } from '../domain/identifiers';
import {
  runOfRequest,
  stateOfRequest,
  type ReclaimRequest,
  type ReclaimRequests,
  type RequestState,
} from '../domain/reclaim-request';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

/** A request for approval, and what became of it up to now. */
export interface ListedRequest {
  readonly request: ReclaimRequest;
  readonly state: RequestState;
}

type Needs = Pick<Ports, 'reclaimRequests' | 'runs' | 'clock'>;

/** The requests of a profile as they are stored, and where each of them stands. */
export async function readRequests(
  profileId: ProfileId,
  { reclaimRequests, runs, clock }: Needs,
): Promise<{ readonly stored: ReclaimRequests; readonly listed: readonly ListedRequest[] }> {
  const stored = await reclaimRequests.find(profileId);
  const listed = stored.requests.map(async (request) => {
    const isStarted = request.decision?.kind === 'approved' && (await runs.find(runOfRequest(request))) !== undefined;
    return { request, state: stateOfRequest(request, isStarted, clock.now()) };
  });
  return { stored, listed: await Promise.all(listed) };
}

/** Whether somebody still has to decide about it, or is about to. */
export function isUndecided({ state }: ListedRequest): boolean {
  return state === 'open' || state === 'starting';
}

/** Stores what was decided, unless somebody else was faster. */
export async function storeRequests(
  profileId: ProfileId,
  changed: ReclaimRequests,
  { reclaimRequests }: Pick<Ports, 'reclaimRequests'>,
): Promise<Outcome<ReclaimRequests>> {
  try {
    return done(await reclaimRequests.replace(profileId, changed));
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else asked or decided at the same moment. Look at it again.');
  }
}

/** Keeps that somebody asked; told again, it is told once. */
export async function recordRequested(request: ReclaimRequest, { evidence }: Pick<Ports, 'evidence'>): Promise<void> {
  const { id, profileId, by, at, numbers } = request;
  const details = { profileId, requestId: id, count: numbers.length, numbers };
  const text = `A second person was asked to approve taking ${seats(numbers.length)} back.`;
  const about = { subject: null, candidate: null } as const;
  await evidence.append({ kind: 'reclaim-requested', at, by, ...about, text, details }, `${id}.requested`);
}

/** Keeps what was decided about a request, and by whom; told again, it is told once. What people write stays out of the log. */
export async function recordDecided(
  { id, profileId, decision, by: initiator, numbers }: ReclaimRequest,
  { evidence }: Pick<Ports, 'evidence'>,
  count = numbers.length,
): Promise<void> {
  if (!decision) return;
  const { kind, at, by } = decision;
  const details = { profileId, requestId: id, initiator, count };
  const text = `Taking ${seats(count)} back was ${kind}.`;
  const entry = { kind: `reclaim-${kind}`, at, by, subject: null, candidate: null, text, details } as const;
  await evidence.append({ ...entry, people: [initiator] }, `${id}.${kind}.${at}`);
}

/** Keeps that a request came to nothing because its time is over; told again, it is told once. */
export async function recordExpired(
  { id, profileId, by: initiator, numbers }: ReclaimRequest,
  { evidence, clock }: Pick<Ports, 'evidence' | 'clock'>,
): Promise<void> {
  const details = { profileId, requestId: id, initiator, count: numbers.length };
  const text = `The time to decide about taking ${seats(numbers.length)} back is over, so nothing was.`;
  const about = { by: null, subject: null, candidate: null, people: [initiator] } as const;
  await evidence.append({ kind: 'reclaim-expired', at: clock.now(), ...about, text, details }, `${id}.expired`);
}

function seats(count: number): string {
  return count === 1 ? '1 seat' : `${count} seats`;
}
