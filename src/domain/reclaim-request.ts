import type { AccountId, CandidateNumber, ProfileId, RunId } from './identifiers';
import { DAY, type Instant } from './instant';
import { STALE_AFTER } from './job-run';

/** Somebody wants to take more seats back than one person may alone, and asks for another one's approval. */
export interface ReclaimRequest {
  readonly id: string;
  readonly profileId: ProfileId;
  /** Who asked: they may withdraw it, never approve it. */
  readonly by: AccountId;
  readonly at: Instant;
  /** Exactly whose seats are meant, whatever becomes ready later. */
  readonly numbers: readonly CandidateNumber[];
  /** Null: nobody has decided. */
  readonly decision: RequestDecision | null;
}

export interface RequestDecision {
  readonly kind: 'approved' | 'declined' | 'withdrawn';
  readonly at: Instant;
  readonly by: AccountId;
  readonly note: string;
}

/** The requests of one profile, newest first; changed on condition of the revision, so that two people can't both decide. */
export interface ReclaimRequests {
  /** 0 before the first. */
  readonly revision: number;
  readonly requests: readonly ReclaimRequest[];
}
export const NO_REQUESTS: ReclaimRequests = { revision: 0, requests: [] };

/** Of one request; everybody in it is looked at by the person who decides. */
export const MOST_REQUESTED = 1000;
/** Older ones are told by the evidence. */
const REQUESTS_KEPT = 5;
const WAITS_FOR = 7 * DAY;

export function expiresAt({ at }: Pick<ReclaimRequest, 'at'>): Instant {
  return at + WAITS_FOR;
}

/** The run that an approval starts: decided by the request, so that it is started once however often it is tried. */
export function runOfRequest({ id, profileId }: Pick<ReclaimRequest, 'id' | 'profileId'>): RunId {
  return `${profileId}.${id}.reclaim`;
}

/**
 * `open`: waits for a decision; also when an approval was cut off before its run was made. `starting`: somebody approved it a
 * moment ago. `approved`: its run is there. `expired`: nobody decided in time, and nothing starts any more.
 */
export type RequestState = 'open' | 'starting' | 'expired' | RequestDecision['kind'];

/** @param isStarted whether its run exists */
export function stateOfRequest(request: ReclaimRequest, isStarted: boolean, now: Instant): RequestState {
  const { decision } = request;
  if (decision && decision.kind !== 'approved') return decision.kind;
  if (isStarted) return 'approved';
  if (decision && now < decision.at + STALE_AFTER) return 'starting';
  return now < expiresAt(request) ? 'open' : 'expired';
}

/** With one more request; the oldest is forgotten. */
export function withRequest({ revision, requests }: ReclaimRequests, request: ReclaimRequest): ReclaimRequests {
  return { revision, requests: [request, ...requests].slice(0, REQUESTS_KEPT) };
}

export function withDecision(
  { revision, requests }: ReclaimRequests,
  id: string,
  decision: RequestDecision,
): ReclaimRequests {
  return { revision, requests: requests.map((each) => (each.id === id ? { ...each, decision } : each)) };
}
