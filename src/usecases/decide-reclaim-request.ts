import type { AccountId, ProfileId } from '../domain/identifiers';
import { withDecision, type RequestDecision, type RequestState } from '../domain/reclaim-request';
import { approveRequest } from './approve-request';
import { done, refuse, type Outcome } from './outcome';
import { readRequests, recordDecided, storeRequests, type ListedRequest } from './reclaim-requests';
import type { RequestNeeds } from './request-reclaim';

interface DecideRequest {
  readonly profileId: ProfileId;
  readonly id: string;
  readonly approve: boolean;
  readonly note: string;
  readonly expectedCount: number;
  readonly caller: AccountId;
}

/**
 * Decides about a request for approval. Approving it starts the removal and is for anybody but who asked; not approving it
 * declines it, or withdraws it where who asked does. The first decision counts; repeated after a lost answer, it is told again.
 */
export async function decideReclaimRequest(input: DecideRequest, ports: RequestNeeds): Promise<Outcome<ListedRequest>> {
  const { stored, listed } = await readRequests(input.profileId, ports);
  const found = listed.find(({ request }) => request.id === input.id);
  if (!found) return refuse('not-found', 'This request does not exist any more; the evidence tells what became of it.');
  const { request, state } = found;
  const { caller, approve } = input;
  const isInitiator = request.by === caller;
  if (approve && isInitiator)
    return refuse('refused', 'You asked for this removal yourself, so somebody else has to approve it.');
  const isOwn = request.decision?.by === caller;
  if (approve && state === 'approved' && isOwn) return done(found);
  if (approve && (state === 'open' || (state === 'starting' && isOwn)))
    return approveRequest(input, { stored, found }, ports);
  const kind = isInitiator ? 'withdrawn' : 'declined';
  if (!approve && state === kind && isOwn) {
    await recordDecided(request, ports);
    return done(found);
  }
  if (approve || state !== 'open') return refuse('refused', OVER[state] ?? '');
  const decision: RequestDecision = { kind, at: ports.clock.now(), by: caller, note: input.note.trim() };
  const saved = await storeRequests(input.profileId, withDecision(stored, request.id, decision), ports);
  if (!saved.ok) return saved;
  await recordDecided({ ...request, decision }, ports);
  return done({ request: { ...request, decision }, state: kind });
}

/** Why there is nothing left to decide. */
const OVER: Readonly<Partial<Record<RequestState, string>>> = {
  starting: 'Somebody approved this request a moment ago, and the removal begins. Look again in a moment.',
  approved: 'Somebody approved this request already; its run takes the seats back.',
  declined: 'This request was declined already. Nothing is taken back.',
  withdrawn: 'This request was withdrawn. Nothing is taken back.',
  expired: 'Nobody decided about this request in time, so nothing is taken back. Ask again if it is still wanted.',
};
